/** P10 and P11: templates and recognisers alone, beside what they are built on or stand for. */
import { readFileSync } from 'node:fs';
import nunjucks from 'nunjucks';
import { report as flow } from '../../dialogs/report/index.ts';
import { meaningOf } from '../../understanding/meaning.ts';
import { understand as wholly } from '../../understanding/understand.ts';
import { Child } from './children.ts';
import { renderer } from './deps.ts';
import type { Measure, Options, Result } from './options.ts';
import { root } from './root.ts';
import { rounds } from './rounds.ts';
import { quantile, ratios, spread, timesOf } from './stats.ts';
import { long, report, said } from './words.ts';

const RENDERS = 20_000;
const TEMPLATE = 'report.receipt';

/** The same file, compiled as nunjucks does by itself, with HTML escaping. */
function rawTemplate(): (values: Readonly<Record<string, unknown>>) => string {
  const text = readFileSync(`${root}/locales/zh-CN/templates/${TEMPLATE}.njk`, 'utf8');
  const template = new nunjucks.Template(text, new nunjucks.Environment(null, { autoescape: true }), TEMPLATE, true);
  return (values) => template.render(values);
}

async function templates({ rounds: count }: Options): Promise<Result> {
  const raw = rawTemplate();
  const values = {
    number: 'B1234 5678',
    by: '2026-11-24 11:00',
    who: 'somebody',
    callable: true,
    t: (key: string) => key,
  };
  const perSecond = (render: () => string): number => {
    const began = performance.now();
    for (let n = 0; n < RENDERS; n += 1) render();
    return RENDERS / ((performance.now() - began) / 1000);
  };
  const { results } = await rounds(count, async () => [
    perSecond(() => renderer.sentence('zh-CN', TEMPLATE, values)),
    perSecond(() => raw(values)),
  ]);
  const [ours, theirs] = [results.map(([a = 0]) => a), results.map(([, b = 0]) => b)];
  const note = `${TEMPLATE}: ${spread(ours).median.toFixed(0)}/s, raw ${spread(theirs).median.toFixed(0)}/s`;
  return { id: 'P10', ...ratios(ours, theirs), note };
}

/** What a turn does with words: is it a request? which facts are in it? */
function understand(text: string): void {
  meaningOf(text, true);
  flow.understands?.(text, { at: Date.now() }, 'what', { consent: { value: 'agree', at: 0 } });
}

/** Sentences that people write, of the development paper; none is longer than what the goal speaks of. */
function sentences(): string[] {
  const paper = readFileSync(`${root}/understanding/material/dev-intents.jsonl`, 'utf8');
  const all = paper
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);
  return all.filter((text) => text.length <= 100);
}

async function understanding({ rounds: count }: Options): Promise<Result[]> {
  const words = [...report, ...said];
  const written = sentences();
  const theirs = await Child.start<object>('plain/inprocess.js');
  const { results } = await rounds(count, async () => {
    const times = timesOf(words.length * 400, (n) => understand(words[n % words.length] ?? ''));
    const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
    const whole = timesOf(10_000, (n) => wholly(written[n % written.length] ?? '', Date.now()));
    const everything = whole.reduce((sum, time) => sum + time, 0) / whole.length;
    return { mean, everything, p99: quantile(times, 0.99), theirs: await theirs.ask<number>({ words }) };
  });
  theirs.kill();
  const longest = long.map((text) => Math.max(...timesOf(5, () => understand(text))) / 1000);
  const means = results.map(({ mean }) => mean);
  const other = results.map((round) => round.theirs);
  return [
    { id: 'P11a', ...spread(means), note: `${words.length} messages of 100 characters at most` },
    { id: 'P11b', ...spread(results.map(({ p99 }) => p99)) },
    { id: 'P11c', ...spread([Math.max(...longest)]), note: `${long.length} hostile and harmless texts` },
    { id: 'P11d', ...ratios(means, other), note: `Recognizers-Text ${spread(other).median.toFixed(0)} µs` },
    { id: 'P11e', ...spread(results.map(({ everything }) => everything)), note: `${written.length} sentences` },
  ];
}

async function measure(options: Options, wanted: (id: Result['id']) => boolean): Promise<Result[]> {
  return [
    ...(wanted('P10') ? [await templates(options)] : []),
    ...(wanted('P11a') ? await understanding(options) : []),
  ];
}

export const words: Measure = { ids: ['P10', 'P11a', 'P11b', 'P11c', 'P11d', 'P11e'], run: measure };
