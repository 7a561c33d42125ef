/**
 * `npm run -s explain-settlement -- [--lang zh-CN|en] < settlement.json`: the lines a claimant would read.
 * Exit 0: explained. Exit 2: refused at the door or unreconciled; every problem with its pointer on standard error.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '../claims/deductions/explain.ts';
import { sayings } from '../claims/deductions/sayings.ts';
import { type Problem, readSettlement } from '../claims/deductions/settlement.ts';
import { loadLaw } from '../law/load.ts';
import { createRenderer, type Lang, languages } from '../locales/render.ts';
import { sayingText } from '../locales/sayings.ts';

const ROOT = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { lang: { type: 'string', default: 'zh-CN' } } });
const lang = languages.find((one) => one === values.lang);
const problems = lang ? answer(lang) : [{ pointer: '--lang', expected: `one of ${languages.join(', ')}` }];
for (const { pointer, expected } of problems) process.stderr.write(`${pointer}: ${expected}\n`);
process.exitCode = problems.length > 0 ? 2 : 0;

/** Prints the explanation; what keeps it from being one is returned. */
function answer(lang: Lang): readonly Problem[] {
  const input = parsed(readFileSync(0, 'utf8'));
  if (input === undefined) return [{ pointer: '/', expected: 'a settlement as JSON' }];
  const read = readSettlement(input);
  if (read.status === 'refused') return read.problems;
  const explanation = explain(read.settlement, loadLaw(join(ROOT, 'law')));
  const { sentence } = createRenderer(join(ROOT, 'locales'), {});
  const lines = sayings(explanation).map((saying) => sayingText(lang, sentence, saying));
  process.stdout.write(`${lines.join('\n')}\n`);
  return explanation.status === 'unreconciled' ? explanation.problems : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
