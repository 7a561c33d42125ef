/**
 * `npm run -s explain-settlement -- [--lang zh-CN|en] < settlement.json`: the lines a claimant would read.
 * With `--case` a case of `npm run estimate` comes in, and the lines say why insurance pays less than the loss.
 * Exit 0: explained. Exit 2: refused at the door or unreconciled; every problem with its pointer on standard error.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Estimate } from '../claims/compensation/estimate.ts';
import { readCase } from '../claims/compensation/read.ts';
import { explainEstimate } from '../claims/deductions/estimate.ts';
import { estimateSayings } from '../claims/deductions/estimateSayings.ts';
import { explain } from '../claims/deductions/explain.ts';
import { type Saying, sayings } from '../claims/deductions/sayings.ts';
import { type Problem, readSettlement } from '../claims/deductions/settlement.ts';
import { loadLaw } from '../law/load.ts';
import type { Law } from '../law/types.ts';
import { missingText } from '../locales/estimate-missing.ts';
import { createRenderer, type Lang, languages } from '../locales/render.ts';
import { sayingText } from '../locales/sayings.ts';
import { argumentsOf } from './arguments.ts';

const ROOT = join(import.meta.dirname, '..');
const USAGE = `npm run -s explain-settlement [-- --lang ${languages.join('|')}] [--case] < settlement.json`;
const { values } = argumentsOf(USAGE, {
  options: { lang: { type: 'string', default: 'zh-CN' }, case: { type: 'boolean', default: false } },
});
const lang = languages.find((one) => one === values.lang);
const problems = lang ? answer(lang) : [{ pointer: '--lang', expected: `one of ${languages.join(', ')}` }];
for (const { pointer, expected } of problems) process.stderr.write(`${pointer}: ${expected}\n`);
process.exitCode = problems.length > 0 ? 2 : 0;

/** Prints the explanation; what keeps it from being one is returned. */
function answer(lang: Lang): readonly Problem[] {
  const input = parsed(readFileSync(0, 'utf8'));
  const law = loadLaw(join(ROOT, 'law'));
  const { said, problems, missing = [] } = values.case ? ofCase(input, law) : ofSettlement(input, law);
  const { sentence } = createRenderer(join(ROOT, 'locales'), {});
  const lines = [
    ...said.map((one) => sayingText(lang, sentence, one)),
    ...missing.map((one) => missingText(one, (key, values) => sentence(lang, key, values))),
  ];
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  return problems;
}

interface Answer {
  readonly said: readonly Saying[];
  readonly problems: readonly Problem[];
  /** What an estimate lacks. */
  readonly missing?: Estimate['missing'];
}

function ofSettlement(input: unknown, law: Law): Answer {
  const read = readSettlement(input, law);
  if (read.status === 'refused') return { said: [], problems: read.problems };
  const found = explain(read.settlement, law);
  return { said: sayings(found), problems: found.status === 'unreconciled' ? found.problems : [] };
}

function ofCase(input: unknown, law: Law): Answer {
  const read = readCase(input, law);
  if ('problems' in read) return { said: [], problems: read.problems };
  const found = explainEstimate(read.case, law);
  return {
    said: estimateSayings(found),
    problems: found.status === 'unreconciled' ? found.problems : [],
    missing: 'missing' in found ? found.missing : [],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
