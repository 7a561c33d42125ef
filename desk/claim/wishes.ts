/** What people wished to be paid in advance, as it stands; hospital and ward as far as they tell whom to call. */
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Lang } from '../../locales/render.ts';
import { masked, when } from '../shown.ts';
import type { Desk } from '../web/visit.ts';
import { partyName } from './named.ts';

export function wishRows({ renderer, now }: Pick<Desk, 'renderer' | 'now'>, lang: Lang, facts: ClaimFacts) {
  const show = (kind: string, answer: string): string => renderer.show(lang, { kind, answer });
  return (facts.wishes ?? []).map(({ person, n, state, purpose, hospital, ward, asked, askedBy, at }) => ({
    whom: partyName(facts, person) || String(n ?? ''),
    ...{ state: state ? show('choice.injuredState', state) : '', purpose: show('choice.advancePurpose', purpose) },
    ...{ hospital: masked(hospital ?? ''), ward: masked(ward ?? '') },
    asked: asked === undefined ? '' : renderer.sentence(lang, 'show.money', { yuan: asked }),
    ...{ askedBy: show('choice.advanceAskedBy', askedBy), at: when(at, now()) },
  }));
}
