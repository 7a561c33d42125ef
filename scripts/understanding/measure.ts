/** How many intents are right, strictly and acceptably, and which dangers were missed or imagined. */
import { INTENTS, type Intent } from '../../understanding/labels.ts';
import type { Example } from './material.ts';

export interface Marks {
  readonly count: number;
  readonly strict: number;
  readonly acceptable: number;
  readonly missed: readonly string[];
  readonly imagined: readonly string[];
  /** Of words of self-harm: heard, missed, imagined. */
  readonly crisis: { readonly heard: number; readonly missed: readonly string[]; readonly imagined: readonly string[] };
  readonly perIntent: readonly (readonly [Intent, { count: number; strict: number; acceptable: number }])[];
  readonly wrong: readonly { readonly text: string; readonly meant: Intent; readonly taken: Intent }[];
}

export interface Answer {
  readonly intent: Intent;
  readonly crisis?: boolean;
}

export const isAcceptable = ({ intent, acceptable_intents: others = [] }: Example, taken: Intent): boolean =>
  taken === intent || others.includes(taken);

export function marksOf(examples: readonly Example[], answer: (text: string) => Answer): Marks {
  const all = examples.map((example) => ({ example, answer: answer(example.text) }));
  const right = all.filter(({ example, answer: { intent } }) => intent === example.intent);
  const fine = all.filter((one) => isAcceptable(one.example, one.answer.intent));
  const bad = all.filter((one) => !fine.includes(one));
  const text = ({ example }: (typeof all)[number]): string => example.text;
  const despair = all.filter(({ example }) => example.crisis);
  return {
    count: all.length,
    strict: right.length,
    acceptable: fine.length,
    missed: bad.filter(({ example }) => example.intent === 'emergency').map(text),
    imagined: bad.filter((one) => one.answer.intent === 'emergency').map(text),
    crisis: {
      heard: despair.filter((one) => one.answer.crisis).length,
      missed: despair.filter((one) => !one.answer.crisis).map(text),
      imagined: all.filter(({ example, answer: { crisis } }) => crisis && !example.crisis).map(text),
    },
    perIntent: INTENTS.map((intent) => {
      const own = all.filter(({ example }) => example.intent === intent);
      return [
        intent,
        {
          count: own.length,
          strict: own.filter((one) => right.includes(one)).length,
          acceptable: own.filter((one) => fine.includes(one)).length,
        },
      ];
    }),
    wrong: bad.map((one) => ({ text: text(one), meant: one.example.intent, taken: one.answer.intent })),
  };
}
