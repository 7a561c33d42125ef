/** `npm run bench`: the speed goals, each measured here and now beside what it is compared with. docs/performance.md keeps the table. */
import { cpus, loadavg, totalmem } from 'node:os';
import { goals, verdict } from './bench/goals.ts';
import { installPlain } from './bench/install.ts';
import { measures } from './bench/measures.ts';
import { asked, optionsOf, type Result } from './bench/options.ts';

const options = optionsOf(process.argv.slice(2));
const say = (text: string): void => void process.stdout.write(options.json ? '' : `${text}\n`);

const figure = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));

function line({ id, median, min, max, note = '' }: Result): string {
  const { about, unit, floor, goal, better } = goals[id];
  const sign = better === 'more' ? '≥' : '≤';
  const range = min === max ? '' : ` (${figure(min)} – ${figure(max)})`;
  const bars = `${sign} ${figure(floor)} | ${sign} ${figure(goal)}`;
  return `| ${id} | ${about} | ${figure(median)} ${unit}${range} | ${bars} | ${verdict(id, median)} | ${note} |`;
}

const memory = (totalmem() / 2 ** 30).toFixed(0);
say(
  `${new Date().toISOString().slice(0, 16)}Z, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory} GB, load ${loadavg()[0]?.toFixed(1)}`,
);
say(`${options.rounds} rounds of ${options.seconds} s a variant, medians of paired ratios (least – most)\n`);
say('| | what | value | floor | goal | reached | |\n|---|---|---|---|---|---|---|');
await installPlain();
const all: Result[] = [];
for (const measure of measures) {
  if (!measure.ids.some((id) => asked(options, id))) continue;
  const results = await measure.run(options, (id) => asked(options, id));
  for (const result of results.filter(({ id }) => asked(options, id))) {
    all.push(result);
    say(line(result));
  }
}
say('\nP16 is measured by hand: docs/performance.md.');
if (options.json)
  process.stdout.write(
    `${JSON.stringify(
      all.map((r) => ({ ...r, ...goals[r.id], reached: verdict(r.id, r.median) })),
      null,
      2,
    )}\n`,
  );
process.exit(0);
