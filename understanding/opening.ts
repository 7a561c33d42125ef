/** What the first words of somebody in need say before any question. */
import { flagsIn } from '../prompts/flags.ts';
import { isLookedAfter } from './danger.ts';

/** Who writes this has lost somebody, has killed somebody, or sits beside a hospital bed. */
export function openingIn(text: string): 'death' | 'deathCaused' | 'bedside' | undefined {
  if (tellsOfDeath(text)) return CAUSED.test(text) ? 'deathCaused' : 'death';
  return isLookedAfter(text) && KIN.test(text) ? 'bedside' : undefined;
}
const CAUSED = /我(?:开车)?(?:不小心)?(?:把人|把他|把她)?.{0,4}(?:撞|压|轧)死|i (?:have )?(?:hit and )?killed/i;
const KIN =
  /[我他她](?:爸|妈|父|母|老公|老婆|爱人|丈夫|妻子|儿|女|孩|哥|姐|弟|妹|爷|奶|外公|外婆|姥|岳|公公|婆婆|家人|对象)|家里人|孩子|my (?:dad|mum|mom|father|mother|husband|wife|son|daughter|brother|sister|child|grand)/i;

export const tellsOfDeath = (text: string): boolean => flagsIn(text).includes('death');
