/**
 * One case on standard input, its estimate on standard output: `npm run -s estimate < case.json`.
 * `-- --schema` prints the schema of a case, `-- --explain zh-CN` (or `en`) the text a claimant would read.
 * Exit 2: the case cannot be read; a line a problem on standard error, with its JSON pointer and what is expected.
 */
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { estimate } from '../claims/compensation/estimate.ts';
import { explain as explainOf } from '../claims/compensation/explain.ts';
import { caseSchema, readCase } from '../claims/compensation/read.ts';
import { resultOf } from '../claims/compensation/result.ts';
import { loadLaw } from '../law/load.ts';
import { explained, noted, type SentenceOf, worded } from '../locales/estimate.ts';
import { createRenderer, type Lang, languages } from '../locales/render.ts';
import { argumentsOf } from './arguments.ts';

const root = join(import.meta.dirname, '..');
const USAGE = `npm run -s estimate [-- --schema | --explain ${languages.join('|')}] < case.json`;
const { values } = argumentsOf(USAGE, { options: { schema: { type: 'boolean' }, explain: { type: 'string' } } });

if (values.schema) print(JSON.stringify(caseSchema, null, 2));
else run(parsed(await text(process.stdin)));

function run(input: unknown): void {
  const law = loadLaw(join(root, 'law'));
  const read = readCase(input, law);
  if ('problems' in read) {
    refuse(read.problems.map((p) => `${p.pointer || '/'}: expected ${p.expected}`));
    return;
  }
  const done = estimate(read.case, law);
  const lang = languageOf(values.explain ?? 'zh-CN');
  if (!lang) return;
  const words = createRenderer(join(root, 'locales'), { insurer: '', hotline: '' });
  const sentence: SentenceOf = (key, values) => words.sentence(lang, key, values);
  if (values.explain === undefined) print(JSON.stringify(resultOf(done, law, noted(sentence))));
  else print(explained(explainOf(done, read.case, law, worded(sentence)), sentence));
}

function parsed(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    refuse(['/: expected one JSON value']);
    process.exit();
  }
}
function languageOf(given: string): Lang | undefined {
  const lang = languages.find((one) => one === given);
  if (!lang) refuse([`--explain: expected one of ${languages.join(', ')}`]);
  return lang;
}
function refuse(problems: readonly string[]): void {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exitCode = 2;
}
function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
