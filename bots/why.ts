/** “为什么要填这个”: what an open question is for, and the question again. */
import { openQuestion, reprompt } from '../dialogs/runtime.ts';
import type { Input } from '../prompts/kind.ts';
import { asksFirst, asksHowProved, asksWhy } from '../understanding/asks.ts';
import type { Scope } from './scope.ts';
import { OF_IDENTITY } from './standing/askings.ts';

const WHYS: Readonly<Record<string, string>> = {
  danger: 'why.danger',
  called: 'why.danger',
  consent: 'why.consent',
  minorConsent: 'why.minorConsent',
  phone: 'why.phone',
  role: 'why.role',
  when: 'why.when',
  where: 'why.where',
  what: 'why.what',
  injured: 'why.injured',
  injuredCount: 'why.injured',
  scene: 'why.scene',
  police: 'why.police',
  ownPlate: 'why.plates',
  other: 'why.plates',
  check: 'why.check',
};
/** True when it was asked what a question is for, or whether something may be asked first. */
export function explainsQuestion(scope: Scope, { text }: Input): boolean {
  const { talk } = scope.draft.state;
  const open = openQuestion(scope.runtime, talk);
  if (open && OF_IDENTITY.has(open.frame.flow) && (asksWhy(text) || asksHowProved(text))) {
    scope.say({ key: open.frame.flow === 'kin' ? 'why.kin' : 'why.identity' }, ...reprompt(scope.runtime, talk));
    return true;
  }
  if (open?.frame.flow !== 'report') return false;
  if (asksFirst(text)) {
    scope.say({ key: 'common.askAway' });
    return true;
  }
  if (!asksWhy(text)) return false;
  const name = open.position.ask.name;
  const why = WHYS[name] ?? (name.startsWith('person.') ? 'why.injured' : 'why.other');
  scope.say({ key: why }, ...reprompt(scope.runtime, talk));
  return true;
}
