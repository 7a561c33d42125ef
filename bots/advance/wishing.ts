/** “能不能先垫付”: first which money this is; then what is not known is asked, unless it was wished for already. */
import { type Report, someoneDied } from '../../claims/report.ts';
import { begin } from '../../dialogs/begin.ts';
import { running } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { JsonObject } from '../../store/ports.ts';
import type { Ending } from '../endings.ts';
import { type Whose, whose } from '../papers/whose.ts';
import { goOn, proceed, type Scope, sayBeside } from '../scope.ts';
import { askAbout } from '../standing/asking.ts';
import { beginningOf } from './known.ts';
import { routeSays } from './routes.ts';
import { noAdvance, openAdvances, statusSays, wishSays } from './status.ts';
import { hearsTidings } from './tidings.ts';

/** First which money this is; then what is not known is asked, unless it was wished for already. */
export async function wish(
  scope: Scope,
  own: Whose | undefined,
  { anew, text }: { readonly anew: boolean; readonly text: string },
): Promise<boolean> {
  const { draft, runtime } = scope;
  const { talk } = draft.state;
  const inHand = !running(talk, 'advance') || talk.stack.at(-1)?.params.moved !== undefined;
  if (own && onlyDead(own)) return say(scope, { key: 'advance.died', quick: ['human'] });
  if (own && !anew && inHand && (await hearsTidings(scope, own, text))) return true;
  if (running(talk, 'advance')) return goOn(scope);
  const before = own && !anew ? (handled(scope, own) ?? wishSays(scope, own)) : [];
  if (before.length > 0) return sayBeside(scope, ...before);
  // Whoever was verified before is asked for a code, and not for a claim.
  if (!own && draft.state.verified) {
    if (!(await askAbout(scope, 'advanceWish', { text, files: [] }))) goOn(scope);
    return true;
  }
  scope.say({ key: 'advance.which' });
  if (!own) {
    // What has to be done is told before it is asked whether there is a claim.
    scope.say(...routeSays(scope, undefined, {}));
    return say(scope, { key: 'advance.noClaim', quick: ['report', 'verify', 'advanceFirst', 'human'] });
  }
  const said = scope.deps.flows.advance?.understands?.(text, runtime.now, undefined) ?? {};
  await proceed(scope, await begin(runtime, draft.state.talk, 'advance', beginningOf(scope, own, said)));
  return true;
}

/** She has asked for it before she proved who she is: now it goes on, with what she said then. */
export async function wishedAfterCode(scope: Scope, { words, ...said }: JsonObject): Promise<Ending> {
  const own = await whose(scope);
  if (!own) return { says: [noAdvance] };
  if (onlyDead(own)) return { says: [{ key: 'advance.died', quick: ['human'] }] };
  // What the hospital asks for since is not lost on the way.
  if (typeof words === 'string' && (await hearsTidings(scope, own, words))) return { says: [] };
  const before = handled(scope, own) ?? wishSays(scope, own);
  if (before.length > 0) return { says: before };
  return { says: [{ key: 'advance.which' }], next: { flow: 'advance', ...beginningOf(scope, own, said) } };
}

/** What the insurer has in hand already is told, and not asked for a second time. */
function handled(scope: Scope, own: Whose): readonly Say[] | undefined {
  return openAdvances(scope, own).length > 0 ? statusSays(scope, own) : undefined;
}

/** Nobody of theirs is left to be treated. */
function onlyDead({ facts, side }: Whose): boolean {
  const { dead = 0, injured = [] } = facts.report as Partial<Report>;
  const living = injured.some(({ state }) => state !== 'died');
  return side === 'injured' && someoneDied({ dead, injured }) && !living;
}

function say(scope: Scope, one: Say): true {
  scope.say(one);
  return true;
}
