/** D1 and D3: words between people and adjusters, with many screens open, and with screens that hang. */
import { Child, usage } from './children.ts';
import type { Opening, Talk, Talked } from './desk/crowd.ts';
import { OFFICE, SECRET } from './desk/office.ts';
import type { Measure, Options, Result } from './options.ts';
import { startProduct } from './product-child.ts';
import { noiseNote, rounds } from './rounds.ts';
import { ratios, spread } from './stats.ts';

const ADJUSTERS = 20;
const CONVERSATIONS = 200;
const PACE = { people: 40, adjusters: 20 };
/** So many times longer than other rounds: a 99th percentile needs some hundred words. */
const LONGER = 3;
interface Desk {
  readonly product: Child<{ url: string; firstLink: string }>;
  readonly crowd: Child<object>;
}

type Ran = Talked & { readonly busy: number };

async function talk({ product, crowd }: Desk, seconds: number): Promise<Ran> {
  const before = await usage(product);
  const talked = await crowd.ask<Talked>({ seconds, ...PACE } satisfies Talk);
  const after = await usage(product);
  if (talked.lost > 0) throw new Error(`${talked.lost} messages were not to be read at the other end.`);
  return { ...talked, busy: (after.cpu - before.cpu) / 1e6 / seconds };
}

function resultsOf(well: readonly Ran[], slow: readonly Ran[], noisy: number): Result[] {
  const median = (of: (ran: Ran) => number): number => spread(well.map(of)).median;
  const count = well.reduce((sum, { toScreen }) => sum + toScreen.count, 0);
  const load = `${CONVERSATIONS} conversations, as many streams, ${ADJUSTERS} adjusters; ${PACE.people} + ${PACE.adjusters} messages/s, ${median((ran) => ran.fetches).toFixed(0)} parts fetched/s, product ${(median((ran) => ran.busy) * 100).toFixed(0)} % of a core; ${count} messages, ${well.reduce((sum, { refused }) => sum + refused, 0)} turned away at first${noiseNote(noisy)}`;
  const half = (of: (ran: Ran) => number): string => `p50 ${median(of).toFixed(0)} ms`;
  return [
    {
      ...{ id: 'D1a', ...spread(well.map(({ toScreen }) => toScreen.p99)) },
      note: `${half(({ toScreen }) => toScreen.p50)}; ${load}`,
    },
    {
      ...{ id: 'D1b', ...spread(well.map(({ toPerson }) => toPerson.p99)) },
      note: half(({ toPerson }) => toPerson.p50),
    },
    ...(slow.length === 0 ? [] : [hanging(slow, well)]),
  ];
}

function hanging(slow: readonly Ran[], well: readonly Ran[]): Result {
  const over = (of: (ran: Ran) => number) => ratios(slow.map(of), well.map(of));
  const p99 = over(({ toPerson }) => toPerson.p99).median.toFixed(2);
  const note = `${ADJUSTERS} streams that read nothing; p99 ${p99} ×`;
  return { id: 'D3', ...over(({ toPerson }) => toPerson.p50), note };
}

/** Everybody talking; then with one hanging page for each adjuster, which leaves again. */
async function round(desk: Desk, seconds: number, hang: boolean) {
  const well = await talk(desk, seconds);
  if (!hang) return { well };
  await desk.crowd.ask('hang');
  const slow = await talk(desk, seconds);
  await desk.crowd.ask('leave');
  return { well, slow };
}

async function measure(options: Options, wanted: (id: Result['id']) => boolean): Promise<Result[]> {
  const { product, stop } = await startProduct({ env: OFFICE });
  const crowd = await Child.start<object>('desk/crowd.ts');
  const { url, firstLink } = product.facts;
  const opening = { url, firstLink, secret: SECRET, adjusters: ADJUSTERS, conversations: CONVERSATIONS };
  await crowd.ask(opening satisfies Opening);
  const { results, noisy } = await rounds(options.rounds, (warming) =>
    round({ product, crowd }, options.seconds * LONGER, wanted('D3') && !warming),
  );
  crowd.kill();
  await stop();
  const all = results.map(({ well }) => well);
  return resultsOf(
    all,
    results.flatMap(({ slow }) => slow ?? []),
    noisy,
  );
}

export const desk: Measure = { ids: ['D1a', 'D1b', 'D3'], run: measure };
