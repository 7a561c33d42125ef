/** What was agreed to: recorded with the claim purpose by purpose, and withdrawn. */
import type { Purpose } from '../claims/consents.ts';
import type { Report } from '../claims/report.ts';
import type { Ended } from '../dialogs/runtime.ts';
import type { Say } from '../dialogs/say.ts';
import type { ClaimId } from '../store/ports.ts';
import { consentsHere, type Hers, partyHere } from './consented.ts';
import type { TurnDeps } from './deps.ts';
import type { Draft } from './draft.ts';

/** The words with which each is asked. The page has the tap of its button, other channels their own way to share a place. */
const textOf = ({ conversation }: Draft): Readonly<Record<Purpose, string>> => ({
  injuries: 'report.consent.ask',
  location: conversation.channel === 'directline' ? 'page.place.why' : 'report.where.ask',
  minor: 'report.minorConsent.ask',
  papers: 'documents.consent.ask',
  advance: 'advance.consent.ask',
});

interface Said {
  readonly purpose: Purpose;
  readonly agreed: boolean;
  readonly at: number;
  /** Whose it is; absent: whoever reported it. */
  readonly party?: string;
}

/** With which version of which words, in which language, and when it was said. */
function record(
  { renderer }: Pick<TurnDeps, 'renderer'>,
  draft: Draft,
  claim: ClaimId,
  { purpose, agreed, at, party }: Said,
): void {
  const { lang } = draft.state;
  const version = renderer.sentence(lang, `consents.version.${purpose}`);
  const said = { purpose, given: agreed, text: textOf(draft)[purpose], version, lang, at };
  draft.event(claim, 'consentGiven', { ...said, ...(party !== undefined && { party }) });
}

/** Of a report that is sent: those that were asked in it. */
export function recordAll(deps: TurnDeps, draft: Draft, claim: ClaimId, { result, frame: { answers } }: Ended): void {
  const said = (name: string): number => answers[name]?.at ?? draft.at;
  const { medicalConsent, minorConsent, where } = result as Report;
  record(deps, draft, claim, { purpose: 'injuries', agreed: medicalConsent, at: said('consent') });
  if (minorConsent !== undefined)
    record(deps, draft, claim, { purpose: 'minor', agreed: minorConsent, at: said('minorConsent') });
  recordPlace(deps, draft, claim, where, said('where'));
}

/** The tap with which it was shared; a place that is told in words needs none. */
export function recordPlace(deps: TurnDeps, draft: Draft, claim: ClaimId, where: unknown, at = draft.at): void {
  if (isOnMap(where)) record(deps, draft, claim, { purpose: 'location', agreed: true, at });
}

/** Of the questions before a list of papers. */
export const recordPapers = (deps: TurnDeps, draft: Draft, claim: ClaimId, agreed: boolean): void =>
  recordAsked(deps, draft, claim, { purpose: 'papers', agreed });

/** Of the questions before money for treatment is asked for. */
export const recordAdvance = (deps: TurnDeps, draft: Draft, claim: ClaimId, agreed: boolean): void =>
  recordAsked(deps, draft, claim, { purpose: 'advance', agreed });

function recordAsked(deps: TurnDeps, draft: Draft, claim: ClaimId, asked: Pick<Said, 'purpose' | 'agreed'>): void {
  const party = partyHere({ deps, draft }, claim);
  const said = { ...asked, at: draft.at };
  record(deps, draft, claim, { ...said, ...(party !== undefined && { party }) });
}

const isOnMap = (where: unknown): boolean =>
  typeof where === 'object' && where !== null && 'latitude' in where && where.latitude !== undefined;

/** What was chosen is withdrawn. */
export async function chosen(scope: Hers, which: Purpose | 'none', claim: ClaimId): Promise<readonly Say[]> {
  if (which === 'none') return [{ key: 'consents.kept', quick: ['progress', 'human'] }];
  await scope.draft.know(claim, scope.deps.store);
  return withdraw(scope, claim, which);
}

export function withdraw(scope: Hers, claim: ClaimId, purpose: Purpose): readonly Say[] {
  const { draft } = scope;
  const found = consentsHere(scope, claim).filter((one) => one.purpose === purpose && one.state === 'given');
  for (const { party } of found)
    draft.event(claim, 'consentWithdrawn', { purpose, at: draft.at, ...(party !== undefined && { party }) });
  const number = { kind: 'number', answer: draft.facts.get(claim)?.number ?? '' };
  askNoMore(draft, purpose);
  return [
    {
      key: 'consents.withdrawn',
      values: { purpose: { kind: 'choice.consentPurpose', answer: purpose }, number },
      quick: ['progress', 'human'],
    },
  ];
}

/** Which flow asks by which consent; the details by any other. */
const ASKS: Partial<Readonly<Record<Purpose, string>>> = { papers: 'documents', advance: 'advance' };

/** Further papers and names of the injured are asked for only with consent. */
function askNoMore(draft: Draft, purpose: Purpose): void {
  if (purpose === 'location') return;
  const { talk } = draft.state;
  const ended = ASKS[purpose] ?? 'details';
  const stack = talk.stack.filter(({ flow }) => flow !== ended);
  const shelf = Object.fromEntries(Object.entries(talk.shelf).filter(([flow]) => flow !== ended));
  draft.set({ talk: { ...talk, stack, shelf } });
}
