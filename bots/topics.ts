/** What is asked of papers, of a settlement and of money for treatment, wherever it is said. */
import type { Input } from '../prompts/kind.ts';
import type { AdvanceAsked } from '../understanding/advance.ts';
import { asksForNumber } from '../understanding/calls.ts';
import type { Meaning } from '../understanding/meaning.ts';
import { moneyAside } from '../understanding/moneyAsides.ts';
import { partsAsked } from '../understanding/moneyParts.ts';
import { isSureOfMoney, moneyMeant } from '../understanding/moneyTalk.ts';
import { asksForAdvance } from './advance/asked.ts';
import { spokeOfMoney } from './advance/spoken.ts';
import { asksOfDeductions } from './deductions/asked.ts';
import { asksForPapers } from './papers/asked.ts';
import { reportedBefore } from './reportedBefore.ts';
import { type Scope, sayBeside } from './scope.ts';
import { asksWhoIsLiable } from './standing/liability.ts';

const GRAVE: ReadonlySet<string> = new Set(['crisis', 'emergency', 'human', 'cancel']);

/** Of money for treatment, though it may sound as if papers were asked for. */
function isOfMoney({ draft }: Scope, text: string): boolean {
  const speaking = draft.state.lastSaid.startsWith('advance.') || spokeOfMoney({ draft });
  const meant = moneyMeant(text, speaking);
  // “报案号在哪看，还有我会不会坐牢，我去年才拿的驾照”: several things, and none of them is a paper.
  if (meant === undefined)
    return speaking && partsAsked(text).some(({ meant: one }) => 'aside' in one || OF_IT.has(one.asked));
  return speaking ? 'aside' in meant || isSureOfMoney(text) : 'asked' in meant && meant.asked === 'proof';
}

/** “还缺啥材料，我这星期该干嘛”, of money that was asked for. */
const OF_IT: ReadonlySet<AdvanceAsked> = new Set(['papers', 'whatNow', 'status']);

/** “我请假照顾我妈，扣的工资能赔吗”: nothing was worked out yet. */
const JUST_REPORTED = /^(?:details|report)\./;

/** True where the message was about one of them and is answered. */
export async function asksOfTopic(scope: Scope, input: Input, meant: Meaning | undefined): Promise<boolean> {
  if (await reportedBefore(scope, input, meant)) return true;
  // Nothing was worked out yet: “你们会不会一分都不赔” of a ride for pay is of this money.
  const ofMoney = scope.draft.state.cuts === undefined && spokeOfMoney(scope) && isSureOfMoney(input.text);
  const ofItems = JUST_REPORTED.test(scope.draft.state.lastSaid) && moneyAside(input.text, true) === 'items';
  if ((ofMoney || ofItems) && (await asksForAdvance(scope, input, meant))) return true;
  if (await asksOfDeductions(scope, input, meant)) return true;
  // “我该留什么凭证” is of what somebody pays, and no list of papers.
  if (isOfMoney(scope, input.text) && (await asksForAdvance(scope, input, meant))) return true;
  if (await asksForPapers(scope, input, meant)) return true;
  if (await asksForAdvance(scope, input, meant)) return true;
  if (asksForNumber(input.text)) return sayBeside(scope, { key: 'common.noNumbers', quick: ['human'] });
  return (meant === undefined || !GRAVE.has(meant.command)) && asksWhoIsLiable(scope, input);
}
