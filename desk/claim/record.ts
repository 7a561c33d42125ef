/** What a colleague records of a claim: the same events, held against the same rules, as what the insurer's system sends. */
import { dayAt, nameOf, wallClock } from '../../claims/clocks/days.ts';
import { isRecording, RECORDINGS, refusalsOf } from '../../claims/recording/record.ts';
import type { RecordingName, Why } from '../../claims/recording/types.ts';
import type { Json, JsonObject } from '../../store/ports.ts';
import { type Answer, type Colleague, type Desk, go, page } from '../web/visit.ts';
import { keepEvents } from './commit.ts';
import { type SeenClaim, seenClaim } from './see.ts';

export async function recordEvent(desk: Desk, visit: Colleague): Promise<Answer> {
  const found = await seenClaim(desk, visit);
  const wish = wishOf(desk, visit);
  const path = `/workbench/k/${found.id}`;
  if (!wish) return told(visit, path, 'invalid');
  await desk.trail.note(visit.me.account.id, 'claim.record', found.id, { type: wish.type });
  const refused = await record(desk, visit, found, wish);
  return refused ? told(visit, path, refused) : go(path);
}

const told = (visit: Colleague, path: string, why: string): Answer =>
  visit.part ? page('problem', { problem: `desk.claimProblem.${why}` }, 409) : go(`${path}?problem=${why}`);

interface Wish {
  readonly type: RecordingName;
  readonly data: JsonObject;
}

/** These have forms of their own, or none. */
const OTHERS: ReadonlySet<RecordingName> = new Set([
  ...(['settlement', 'liability', 'advance', 'payment', 'assignment'] as const),
]);

/** Of one form: its fields as they are, those that are empty left out, with whose word it is. Undefined: it is none of ours. */
function wishOf(desk: Desk, { form, me }: Colleague): Wish | undefined {
  const type = form.get('type');
  if (!isRecording(type) || OTHERS.has(type)) return undefined;
  const given = (...names: readonly string[]): JsonObject =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = (form.get(name) ?? '').trim().slice(0, 300);
        return value === '' ? [] : [[name, value]];
      }),
    );
  const who = me.account.name;
  const at = momentOf(given('at').at, desk.now());
  if (type === 'stage') return { type, data: { ...given('change', 'stage', 'person'), at } };
  if (type === 'paper') return { type, data: { ...given('change', 'document', 'person', 'why'), who, at } };
  if (type === 'paperRequest') return { type, data: { ...given('document', 'person', 'why'), who, at } };
  if (type === 'communication') return { type, data: { ...given('kind', 'person', 'note', 'next'), who, at } };
  if (type === 'promiseKept') return { type, data: { ...given('promise'), who } };
  const by = `${String(given('by').by ?? '').slice(0, 16)}:00+08:00`;
  return { type, data: { ...given('what', 'to'), by, who } };
}

/** Something of today was done by now: it comes after what an insurer's system has recorded with its hour. */
const momentOf = (day: Json | undefined, now: number): string =>
  typeof day === 'string' && day !== nameOf(dayAt(now)) ? day : wallClock(now);

/** Undefined: it is recorded. What the shape demands is looked at by the same schema as the API's. */
async function record(desk: Desk, { me }: Colleague, found: SeenClaim, wish: Wish): Promise<Why | undefined> {
  if (!desk.fits(wish.type, wish.data)) return 'notAllowed';
  return keepEvents(desk, me.account, found, ({ facts }) => {
    const [refused] = refusalsOf(facts, wish, { now: desk.now(), law: desk.clocks.law });
    return refused ? { no: refused.why } : { events: [{ type: RECORDINGS[wish.type], data: wish.data }] };
  });
}
