/** 转人工: a ticket with a number to call and the best time, and an honest word on when somebody will. */
import { choice, orUnknown, phone } from '../../prompts/index.ts';
import * as words from '../../prompts/vocabulary.ts';
import { ask, type Flow, fetch } from '../flow.ts';

export interface CallBack {
  /** Null: no number; the person calls the hotline. */
  readonly phone: string | null;
  readonly bestTime: (typeof words.bestTime.options)[number];
  readonly reason: string;
  /** ISO instant until which a call is promised. */
  readonly by: string;
}

/** Somebody in despair is asked, and never told off. */
const gently = { variant: 'crisis', problems: { notAPhone: 'human.phone.notNow' } } as const;

export const human: Flow<CallBack> = {
  name: 'human',
  understands: (text, now) => {
    const said = phone().find(text, now)[0]?.value;
    return said === undefined ? {} : { phone: said };
  },
  // Another number where the time is asked: “打我老公的，139…”.
  revises: (text, now, asked) => {
    const said = asked === 'bestTime' ? phone().find(text, now)[0]?.value : undefined;
    return said === undefined ? undefined : { name: 'phone', value: said };
  },
  *script(start) {
    const despairs = start.params.reason === 'crisis';
    const called = yield* ask('phone', orUnknown(phone()), despairs ? gently : {});
    if (called === 'unknown')
      return { phone: null, bestTime: 'now', reason: String(start.params.reason ?? 'asked'), by: '' };
    // Somebody in despair is not asked what would be convenient.
    const bestTime = despairs
      ? 'now'
      : yield* ask('bestTime', choice(words.bestTime), { values: { phone: { kind: 'phone', answer: called } } });
    const promise = yield* fetch('callBack', { bestTime });
    return { phone: called, bestTime, reason: String(start.params.reason ?? 'asked'), by: String(promise.by) };
  },
};
