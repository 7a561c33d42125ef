/**
 * `npm run understand:eval [-- --wrong] [-- --cross] [-- --raise]`: how well messages are understood, on sentences that taught nothing. Fails
 * below understanding/material/floor.json, which only rises (`--raise`). `--wrong` lists what was taken for something else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { entitiesIn } from '../understanding/entities.ts';
import { intentOf } from '../understanding/understand.ts';
import { crossed } from './understanding/cross.ts';
import { type FactMarks, factMarks } from './understanding/facts.ts';
import { examination, lessons, MATERIAL, PAPERS, toldFacts } from './understanding/material.ts';
import { type Marks, marksOf } from './understanding/measure.ts';
import { type TalkMarks, talkMarks } from './understanding/talk.ts';

const flag = { type: 'boolean', default: false } as const;
const { values } = parseArgs({ options: { wrong: flag, cross: flag, raise: flag } });
const FLOOR = join(MATERIAL, 'floor.json');
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const percent = (part: number, whole: number): string =>
  `${((100 * part) / (whole || 1)).toFixed(1)} % (${part}/${whole})`;

function tellIntents(name: string, marks: Marks): void {
  const { count, strict, acceptable, missed, imagined, crisis, perIntent, wrong } = marks;
  say(`\n${name}: ${count} sentences; strict ${percent(strict, count)}, acceptable ${percent(acceptable, count)}`);
  say(
    `  danger missed ${missed.length}, imagined ${imagined.length}; self-harm heard ${crisis.heard}, missed ${crisis.missed.length}, imagined ${crisis.imagined.length}`,
  );
  for (const [intent, own] of perIntent)
    if (own.count > 0)
      say(
        `  ${intent.padEnd(22)} strict ${percent(own.strict, own.count).padEnd(18)} acceptable ${percent(own.acceptable, own.count)}`,
      );
  if (values.wrong) for (const { text, meant, taken } of wrong) say(`    ${meant} → ${taken}  ${text}`);
}

function tellFacts(name: string, { kinds, wrong, invented }: FactMarks): void {
  const sums = totals({ kinds });
  say(
    `\n${name}: facts found exactly ${percent(sums.right, sums.told)}, right among those found ${percent(sums.right, sums.found)}, invented ${invented.length}`,
  );
  for (const [kind, { right, told, found }] of kinds)
    say(`  ${kind.padEnd(18)} recall ${percent(right, told).padEnd(18)} precision ${percent(right, found)}`);
  if (values.wrong) for (const { text, kind, found } of wrong) say(`    ${kind} ${JSON.stringify(found)}  ${text}`);
}
const totals = ({ kinds }: Pick<FactMarks, 'kinds'>) =>
  [...kinds.values()].reduce(
    (all, one) => ({ right: all.right + one.right, told: all.told + one.told, found: all.found + one.found }),
    { right: 0, told: 0, found: 0 },
  );

function tellTalk(name: string, { count, taken, right, sure, sureRight, none, imagined, wrong }: TalkMarks): void {
  say(`\n${name}: ${count} sentences; right ${percent(right, count)}`);
  say(
    `  of those taken ${percent(right, taken)}; sure of ${percent(sure, count)}, of these right ${percent(sureRight, sure)}`,
  );
  say(`  words that want nothing taken for something: ${percent(imagined.length, none)}`);
  if (values.wrong) for (const one of wrong) say(`    ${one.meant} → ${one.taken ?? '–'}  ${one.text}`);
}

const reached: Record<string, number> = {};
const part = (some: number, whole: number): number => Math.floor((1000 * some) / whole) / 10;

for (const paper of PAPERS) {
  const marks = marksOf(examination(paper), intentOf);
  tellIntents(paper, marks);
  const facts = factMarks(toldFacts(paper), (text, at) => ({ ...entitiesIn(text, { at }) }));
  tellFacts(paper, facts);
  const { right, told } = totals(facts);
  reached[`${paper}.strict`] = part(marks.strict, marks.count);
  reached[`${paper}.acceptable`] = part(marks.acceptable, marks.count);
  reached[`${paper}.facts`] = part(right, told);
}
const talk = talkMarks('all');
tellTalk('talks of a settlement and of money', talk);
reached['talk.right'] = part(talk.right, talk.count);
const drivers = talkMarks('drivers');
tellTalk('what drivers ask in the middle of it', drivers);
reached['drivers.right'] = part(drivers.right, drivers.count);
const newer = talkMarks('newer');
tellTalk('wishes split off last, and both languages', newer);
reached['newer.right'] = part(newer.right, newer.count);
if (values.cross) tellIntents('lessons, each fifth by the other four', crossed(lessons()));

const floor = JSON.parse(readFileSync(FLOOR, 'utf8')) as Record<string, number>;
const below = Object.entries(floor).filter(([name, least]) => (reached[name] ?? 0) < least);
for (const [name, least] of below)
  say(`\nBelow the floor: ${name} is ${reached[name]}, at least ${least} was reached before.`);
if (values.raise && below.length === 0) writeFileSync(FLOOR, `${JSON.stringify(reached, null, 2)}\n`);
process.exitCode = below.length > 0 ? 1 : 0;
