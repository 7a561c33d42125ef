/** “我是他妈，手机号138…”, said before it is asked: nobody is asked for it a second time. */
import { asWhomIn } from '../../understanding/kin.ts';
import type { Scope } from '../scope.ts';
import { locate } from './index.ts';

const A_WHILE = 30 * 60_000;
const LONGEST = 200;

export function noteIntroduction({ draft }: Pick<Scope, 'draft'>, text: string): void {
  if (text.length > LONGEST || (locate(text).named.phone === undefined && asWhomIn(text) === undefined)) return;
  draft.set({ introduced: { text: `${text} ${introductionOf({ draft })}`.slice(0, LONGEST), at: draft.at } });
}

/** Empty: she has said nothing of it lately. */
export function introductionOf({ draft }: Pick<Scope, 'draft'>): string {
  const { introduced } = draft.state;
  return introduced && draft.at - introduced.at < A_WHILE ? introduced.text : '';
}
