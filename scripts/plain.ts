/**
 * `npm run plain`: are the words plain? Every text of locales/ is rendered with its examples, in both languages, and measured.
 * `-- --raise` writes better scores down (they never fall), `-- --about report` shows one dialog only. Exit 0 only without a finding.
 *
 * - Sentences: none beyond 40 characters (English 25 words), half of a dialog within 18 (12). A semicolon ends none.
 * - Numbers: at most two a sentence, but for rows of lists and formulas. A day, a clock time, a telephone number is one.
 * - One request a message: a question, a “please” or “tap …”. What begins with a condition or says “you can” is an offer.
 * - Jargon (locales/glossary.json) stands with its explanation in the same message; forbidden words (words.json) nowhere.
 * - The score of a dialog is how many of a hundred of its sentences are short enough for large text (20 characters, 12 words).
 *   “大字” makes letters larger and says the same words, so there is nothing else to render.
 * - Kinds (kinds.json): labels – buttons, names – are held to length and forbidden words, for they are no sentences; so are a
 *   colleague's words of the desk, who knows the trade. Text messages are measured like everything else; so is the page, but
 *   for requests: what stands there side by side is not one message.
 */
import { join } from 'node:path';
import { argumentsOf } from './arguments.ts';
import { readData, writeBaseline } from './plain/data.ts';
import { shown } from './plain/finding.ts';
import { measure, raised } from './plain/measure.ts';

const USAGE = 'npm run plain [-- --raise | --about report]';
const { values } = argumentsOf(USAGE, { options: { raise: { type: 'boolean' }, about: { type: 'string' } } });

const LOCALES = join(import.meta.dirname, '..', 'locales');
if (values.raise) {
  const before = readData();
  writeBaseline(raised(measure(LOCALES, before).scores, before.baseline));
}
const { messages, findings, scores } = measure(LOCALES, readData());
const about = findings.filter(({ key }) => values.about === undefined || key.split('.')[0] === values.about);
for (const one of about) process.stdout.write(`${shown(one)}\n`);
for (const [lang, of] of Object.entries(scores))
  process.stdout.write(
    `${lang}: ${Object.entries(of)
      .map(([name, score]) => `${name} ${score}`)
      .join(', ')}\n`,
  );
process.stdout.write(`plain: ${messages} messages, ${findings.length} findings\n`);
process.exitCode = findings.length > 0 ? 1 : 0;
