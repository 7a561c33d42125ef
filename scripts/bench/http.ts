/** P1, P2, P3, P8, P12: the product and plain bots behind the same connector, under the same crowd. */
import { Child, type Others, type Ran, run, startOthers } from './children.ts';
import type { Measure, Options, Result } from './options.ts';
import { startProduct } from './product-child.ts';
import { noiseNote, rounds } from './rounds.ts';
import { ratios, spread } from './stats.ts';
import { chineseWaterfall, report } from './words.ts';

const PEOPLE = 16;
/** So many times longer than a round, until code is compiled and pools are filled. */
const WARM_UP = 4;

interface Variant {
  readonly bot: Child;
  readonly script: readonly string[];
}
type Name = 'ours' | 'echo' | 'waterfall' | 'chinese';
type Round = Partial<Record<Name, Ran>>;

const plain = async (name: string, script: readonly string[]): Promise<Variant> => ({
  bot: await Child.start('plain/bot.js', [name]),
  script,
});

async function roundOf(others: Others, variants: [Name, Variant][], seconds: number): Promise<Round> {
  const round: Round = {};
  for (const [name, { bot, script }] of variants)
    round[name] = await run(others, bot, { script, people: PEOPLE, seconds });
  return round;
}

const of = (all: readonly Round[], name: Name, value: (ran: Ran) => number): number[] =>
  all.flatMap((round) => (round[name] ? [value(round[name])] : []));

const rate = ({ turns, seconds }: Ran): number => turns / seconds;
const told = (all: readonly Round[], name: Name): string => {
  const [turns, cpu] = [spread(of(all, name, rate)).median, spread(of(all, name, (ran) => ran.cpu)).median];
  return `${name} ${turns.toFixed(0)}/s ${cpu.toFixed(0)} µs CPU`;
};

function resultsOf(all: readonly Round[], noisy: number): Result[] {
  const ours = of(all, 'ours', rate);
  const against = (id: 'P1' | 'P2' | 'P3', name: Name): Result[] => {
    const theirs = of(all, name, rate);
    if (theirs.length === 0) return [];
    const cpu = ratios(
      of(all, name, (ran) => ran.cpu),
      of(all, 'ours', (ran) => ran.cpu),
    ).median;
    const note = `${told(all, 'ours')}, ${told(all, name)}; by CPU ${cpu.toFixed(2)}${noiseNote(noisy)}`;
    return [{ id, ...ratios(ours, theirs), note }];
  };
  const memory = (name: Name): number[] => of(all, name, (ran) => ran.usage.rss / 1e6);
  const late = (pick: 'p99' | 'max'): number[] => of(all, 'ours', (ran) => ran.usage.delay[pick]);
  const rss = `ours ${spread(memory('ours')).median.toFixed(0)} MB, waterfall ${spread(memory('waterfall')).median.toFixed(0)} MB`;
  return [
    ...against('P1', 'echo'),
    ...against('P2', 'waterfall'),
    ...against('P3', 'chinese'),
    ...(memory('waterfall').length > 0
      ? [{ id: 'P8', ...ratios(memory('ours'), memory('waterfall')), note: rss } as const]
      : []),
    { id: 'P12a', ...spread(late('p99')), note: 'there is no photo processing yet' },
    { id: 'P12b', ...spread(late('max')) },
  ];
}

async function measure(options: Options, wanted: (id: Result['id']) => boolean): Promise<Result[]> {
  const others = await startOthers();
  const { product, stop } = await startProduct();
  const variants: [Name, Variant][] = [['ours', { bot: product, script: report }]];
  if (wanted('P1')) variants.push(['echo', await plain('echo', report)]);
  if (wanted('P2') || wanted('P8')) variants.push(['waterfall', await plain('waterfall', [...report, '1', '2', '3'])]);
  if (wanted('P3')) variants.push(['chinese', await plain('chinese', chineseWaterfall)]);
  const { results, noisy } = await rounds(options.rounds, (warming) =>
    roundOf(others, variants, options.seconds * (warming ? WARM_UP : 1)),
  );
  for (const [, { bot }] of variants) await bot.stop();
  await stop();
  return resultsOf(results, noisy);
}

export const http: Measure = { ids: ['P1', 'P2', 'P3', 'P8', 'P12a', 'P12b'], run: measure };
