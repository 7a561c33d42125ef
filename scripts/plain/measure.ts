/** Everything together: renders, measures, holds the scores against the baseline, takes off what is excepted by name. */
import { languages } from '../../locales/render.ts';
import type { Data, Exception, Scores } from './data.ts';
import { type Finding, finding } from './finding.ts';
import { rendered } from './messages.ts';
import { dialogs, measured, ofDialog, ofMessage, score } from './rules.ts';

export interface Report {
  readonly messages: number;
  readonly findings: readonly Finding[];
  readonly scores: Scores;
}

export function measure(dir: string, data: Data): Report {
  const { messages, findings } = rendered(dir, data);
  const all = messages.map(measured);
  const of = dialogs(all);
  const scores = scoresOf(of);
  const found = [
    ...findings,
    ...all.flatMap((one) => ofMessage(one, data)),
    ...[...of].flatMap(([name, sentences]) => ofDialog(name, sentences)),
    ...fallen(scores, data.baseline),
  ];
  return { messages: messages.length, findings: excepted(found, data.exceptions), scores };
}

const scoresOf = (of: ReturnType<typeof dialogs>): Scores =>
  Object.fromEntries(
    languages.map((lang) => [
      lang,
      Object.fromEntries(
        [...of]
          .filter(([name]) => name.startsWith(`${lang} `))
          .map(([name, sentences]): [string, number] => [name.slice(lang.length + 1), score(lang, sentences)])
          .sort(([a], [b]) => a.localeCompare(b, 'en')),
      ),
    ]),
  );

export function fallen(scores: Scores, baseline: Scores): Finding[] {
  return languages.flatMap((lang) =>
    Object.entries(scores[lang] ?? {}).flatMap(([key, now]) => {
      const before = baseline[lang]?.[key];
      if (before !== undefined && now >= before) return [];
      const fix =
        before === undefined
          ? 'a new dialog: write its score down with “npm run plain -- --raise”'
          : `was ${before}: shorten sentences to ${lang === 'en' ? '12 words' : '20 characters'} or less`;
      return [finding({ lang, key, rule: 'score', sentence: `${now} of 100 sentences are short`, fix })];
    }),
  );
}

/** Scores only move up: the better of both. */
export const raised = (scores: Scores, baseline: Scores): Scores =>
  Object.fromEntries(
    languages.map((lang) => [
      lang,
      Object.fromEntries(
        Object.entries(scores[lang] ?? {}).map(([key, now]) => [key, Math.max(now, baseline[lang]?.[key] ?? 0)]),
      ),
    ]),
  );

/** An exception names the text in which the words stand; it holds where a message takes them over. One that nothing needs is a finding. */
function excepted(found: readonly Finding[], exceptions: readonly Exception[]): Finding[] {
  const named = (one: Exception) =>
    found.filter(
      ({ lang, key, rule, sentence }) =>
        one.lang === lang && one.key === key && one.rule === rule && sentence.includes(one.holds),
    );
  const print = ({ lang, rule, sentence }: Finding): string => `${lang} ${rule} ${sentence}`;
  const excused = new Set(exceptions.flatMap(named).map(print));
  const idle = exceptions.filter((one) => named(one).length === 0);
  return [
    ...found.filter((of) => !excused.has(print(of))),
    ...idle.map(({ lang, key, why }) =>
      finding({ lang, key, rule: 'exception', sentence: why, fix: 'nothing needs this exception: delete it' }),
    ),
  ];
}
