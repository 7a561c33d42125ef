/** Before a list is told: what it lacks is asked, and what the wish itself tells is said back. */
import { BUNDLES } from '../../claims/documents/asking.ts';
import type { ListTold } from '../../claims/documents/told.ts';
import type { CaseFacts } from '../../claims/documents/types.ts';
import { begin } from '../../dialogs/begin.ts';
import { running } from '../../dialogs/runtime.ts';
import type { JsonObject } from '../../store/ports.ts';
import { factsSaid, occupationSaid, type PaperWish, sideNamed } from '../../understanding/papers.ts';
import { goOn, proceed, type Scope } from '../scope.ts';
import { shown } from '../shown.ts';
import { paramsOf, reportOf } from './known.ts';
import type { Whose } from './whose.ts';

/** How somebody earns is asked only where it was not said; said back, since it may have been misheard. */
export function coach(scope: Scope, text: string): Promise<boolean> {
  const trade = occupationSaid(text, scope.runtime.now);
  if (trade) scope.say({ key: 'papers.heard', values: { facts: shown('choice.occupation', trade) } });
  return startFlow(scope, { topic: 'lostIncome', ...(trade && { trade }) });
}

/** What the list lacks, of what report and earlier list tell. */
export async function askFirst(
  scope: Scope,
  own: Whose | undefined,
  told: ListTold | undefined,
  { what }: PaperWish,
  text: string,
): Promise<boolean> {
  const asking = running(scope.draft.state.talk, 'documents') && what !== 'changed';
  if (what === 'missing') scope.say({ key: 'papers.noList' });
  if (asking) return goOn(scope);
  const side = own?.side ?? sideNamed(text);
  if ((reportOf(own).dead ?? 0) > 0 && own?.side === 'injured') scope.say({ key: 'papers.died', quick: ['human'] });
  const params = { ...paramsOf(scope, own, told, side), ...(what === 'missing' && { wish: what }) };
  return startFlow(scope, params, params.consent && side === 'injured' ? heardIn(scope, text, params.facts) : {});
}

/** What the wish itself tells is not asked again; said back, since it may have been misheard. */
function heardIn(scope: Scope, text: string, facts: CaseFacts): JsonObject {
  const said = factsSaid(text, scope.runtime.now).filter((fact) => facts[fact] === undefined);
  const of = (bundle: 'treatment' | 'losses') => said.filter((fact) => BUNDLES[bundle].some((one) => one === fact));
  const [treatment, losses] = [of('treatment'), of('losses')];
  if (treatment.length + losses.length === 0) return {};
  scope.say({ key: 'papers.heard', values: { facts: shown('several.caseFact', [...treatment, ...losses]) } });
  return { ...(treatment.length && { 'treatment.1': treatment }), ...(losses.length && { 'losses.1': losses }) };
}

async function startFlow(scope: Scope, params: JsonObject, known: JsonObject = {}): Promise<boolean> {
  const { talk } = scope.draft.state;
  // Asked anew, it is asked from the beginning.
  const rest = { ...talk, stack: talk.stack.filter(({ flow }) => flow !== 'documents') };
  await proceed(scope, await begin(scope.runtime, rest, 'documents', { params, known }));
  return true;
}
