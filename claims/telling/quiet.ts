/** Quiet hours on the person's own clock. Pure; instants in milliseconds. */

export interface QuietHours {
  /** `HH:MM`; where `from` is later than `until`, over midnight. */
  readonly from: string;
  readonly until: string;
}

export const CHINA = 'Asia/Shanghai';

const MINUTE = Date.parse('1970-01-01T00:01:00Z');
const DAY = Date.parse('1970-01-02T00:00:00Z');

/** When the quiet hours are over; undefined where there is no quiet now. A zone that nobody knows is China's. */
export function quietUntil(at: number, { from, until }: QuietHours, zone: string = CHINA): number | undefined {
  const clock = clockOf(zone);
  const [now, begins, ends] = [clock(at), minutesOf(from), minutesOf(until)];
  const quiet = begins <= ends ? now >= begins && now < ends : now >= begins || now < ends;
  if (!quiet) return undefined;
  const whole = Math.floor(at / MINUTE) * MINUTE;
  const end = whole + ahead(ends - now) * MINUTE;
  // The clocks may be changed in this night.
  const off = clock(end) - ends;
  return end - off * MINUTE;
}

const DAY_MINUTES = DAY / MINUTE;
const ahead = (minutes: number): number => (minutes + DAY_MINUTES) % DAY_MINUTES;

const minutesOf = (time: string): number => Date.parse(`1970-01-01T${time}:00Z`) / MINUTE;

const known = new Map<string, Intl.DateTimeFormat>();
/** Zones are named by clients: not more of them are kept than there are. */
const MOST = Intl.supportedValuesOf('timeZone').length;

/** Minutes since midnight on the wall clock there. */
function clockOf(zone: string): (at: number) => number {
  const format = known.get(zone) ?? formatOf(zone);
  if (known.size < MOST) known.set(zone, format);
  return (at) => minutesOf(format.format(at));
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: isZone(zone) ? zone : CHINA });
}

export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
