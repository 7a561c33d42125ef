/**
 * A claim as `visible` divides it: what belongs to whom. What cannot be said to be of one person stays where fewer see it.
 * Amounts are yuan with two decimals, as in settlements.
 */
import { bearerOf } from './deductions/reasons/index.ts';
import { type Settlement, sumOf } from './deductions/settlement.ts';
import type { ClaimFacts } from './fold.ts';
import { yuanText } from './money.ts';
import { audienceOf, injuredOf } from './progress/promised.ts';
import type { Advance, Payment } from './recording/advances.ts';
import type { Party, PartyRole } from './recording/types.ts';
import { type History, type Place, placesOf } from './stages/history.ts';
import { stageOfClaim } from './stages/standing.ts';
import type { ClaimField, PersonField, Sections } from './visible.ts';

type Fields<F extends string> = { readonly [K in F]?: unknown };

export function sectionsOf(facts: ClaimFacts): Sections {
  const injured = partiesOf(facts, 'injured');
  return {
    claim: defined(claimOf(facts)),
    people: Object.fromEntries(injured.map((one) => [one.id, defined(personOf(facts, one))])),
  };
}

const defined = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
const some = <T>(all: readonly T[]): readonly T[] | undefined => (all.length > 0 ? all : undefined);
const yuan = (fen: number | undefined) => (fen === undefined ? undefined : yuanText(BigInt(fen)));

const partiesOf = ({ registered }: ClaimFacts, role: PartyRole): readonly Party[] =>
  (registered?.parties ?? []).filter((one) => one.role === role);
const contactOf = (parties: readonly Party[]) => some(parties.map(({ name, phone }) => defined({ name, phone })));

function claimOf(facts: ClaimFacts): Fields<ClaimField> {
  const { registered, report, handler, assigned, promises, stages = [] } = facts;
  const [insured, driver] = [partiesOf(facts, 'insured'), partiesOf(facts, 'driver')];
  const plates = (registered?.policies ?? []).flatMap(({ plate }) => plate ?? []);
  return {
    number: registered?.number ?? facts.number,
    accident:
      registered?.accident ??
      (report.when === undefined ? undefined : defined({ when: report.when, where: report.where })),
    determination: determinationOf(facts),
    plate: some([...new Set(plates)]) ?? (report.ownPlate === undefined ? undefined : [report.ownPlate]),
    handler: handler ?? (assigned?.to ? { name: assigned.name } : undefined),
    stage: some([...placesOf(stages).filter(({ person }) => person === undefined), ...wholePlace(stages)]),
    policy: some(registered?.policies ?? []),
    insuredContact: contactOf(insured),
    insuredPapers: papersOf(facts, (person) => person === undefined || insured.some(({ id }) => id === person)),
    // A promise that names nobody was heard by whoever reported it.
    insuredPromises: some(promises.filter((one) => one.to === undefined || audienceOf(one, facts) === 'insured')),
    insuredShare: sharesOf(facts, insured)[0]?.share,
    // Where nobody else drove, what the driver's side has paid is the insured's.
    insuredAdvance: driver.length === 0 ? driverAdvanceOf(facts) : undefined,
    driverContact: contactOf(driver),
    driverPapers: papersOf(facts, (person) => driver.some(({ id }) => id === person)),
    driverPromises: some(promises.filter((one) => audienceOf(one, facts) === 'driver')),
    driverAdvance: driver.length > 0 ? driverAdvanceOf(facts) : undefined,
    liableBears: some(liableBearsOf(facts)),
    communications: some(facts.communications ?? []),
  };
}

/** The claim as a whole is as far as whoever is least far; who that is is not said. */
function wholePlace(stages: History): Omit<Place, 'person'>[] {
  const stage = stageOfClaim(stages);
  const least = placesOf(stages).find((one) => one.person !== undefined && one.stage === stage);
  if (!least) return [];
  const { person: _, ...place } = least;
  return [place];
}

const sharesOf = ({ liability }: ClaimFacts, parties: readonly Party[]) =>
  (liability?.shares ?? []).flatMap(({ party, share }) => {
    const known = parties.find(({ id }) => id === party);
    return known ? [{ role: known.role, share }] : [];
  });

/** Everybody gets it; of who was hurt it tells nothing here, since one injured person is not told of another. */
function determinationOf(facts: ClaimFacts) {
  if (!facts.liability) return undefined;
  const { shares: _, ...said } = facts.liability;
  return { ...said, shares: sharesOf(facts, [...partiesOf(facts, 'insured'), ...partiesOf(facts, 'driver')]) };
}

function papersOf({ papers = [], papersAsked = [] }: ClaimFacts, isTheirs: (person: string | undefined) => boolean) {
  const events = papers.filter(({ person }) => isTheirs(person));
  const asked = papersAsked.filter(({ person }) => isTheirs(person));
  return events.length + asked.length > 0 ? { events, asked } : undefined;
}

const newestOf = ({ settlements = [] }: ClaimFacts, id: string): Settlement | undefined =>
  settlements.findLast(({ victim }) => victim === id);

/** What he paid before, over all who were hurt: whom it was for is not said. */
function driverAdvanceOf(facts: ClaimFacts): string | undefined {
  const rows = partiesOf(facts, 'injured').flatMap(({ id }) => newestOf(facts, id)?.advances ?? []);
  const his = rows.filter(({ by }) => by === 'driver');
  return his.length > 0 ? yuanText(sumOf(his)) : undefined;
}

/** What no insurance pays and whoever is liable bears, over all who were hurt. */
export interface LiableRow {
  readonly code: string;
  /** Yuan. */
  readonly amount: string;
}

/** By reason only: of which treatment it is stays with who was treated. */
function liableBearsOf(facts: ClaimFacts): readonly LiableRow[] {
  const newest = partiesOf(facts, 'injured').flatMap(({ id }) => newestOf(facts, id) ?? []);
  const cuts = newest.flatMap(({ lines }) => lines.flatMap(({ reasons }) => reasons));
  const his = cuts.filter((cut) => bearerOf(cut) === 'driver');
  const codes = [...new Set(his.map(({ code }) => code))];
  return codes.map((code) => ({ code, amount: yuanText(sumOf(his.filter((one) => one.code === code))) }));
}

function personOf(facts: ClaimFacts, { id, name, phone }: Party): Fields<PersonField> {
  const settlement = newestOf(facts, id);
  return {
    name,
    stage: some(placesOf(facts.stages ?? []).filter(({ person }) => person === id)),
    contact: phone === undefined ? undefined : { phone },
    papers: papersOf(facts, (person) => person === id),
    advance: some((facts.advances ?? []).filter(({ person }) => person === id).map(advanceOf)),
    settlementTotal: settlement && totalOf(facts, settlement),
    settlement,
    limitShare: settlement?.layers.compulsory,
    promises: some(facts.promises.filter((one) => injuredOf(facts, one) === id)),
    account: some((facts.payments ?? []).filter(({ to }) => 'party' in to && to.party === id).map(accountOf)),
  };
}

const advanceOf = ({ person: _, approved, paid, ...said }: Advance) =>
  defined({ ...said, approved: yuan(approved), paid: yuan(paid) });

function totalOf({ payments = [] }: ClaimFacts, { victim, version, lines, payable }: Settlement) {
  const paid = payments.filter((one) => 'settlement' in one.for && one.for.settlement.victim === victim);
  return {
    version,
    asked: yuanText(sumOf(lines.map(({ asked }) => ({ amount: asked })))),
    accepted: yuanText(sumOf(lines.map(({ accepted }) => ({ amount: accepted })))),
    payable: yuanText(sumOf(payable)),
    paid: yuan(paid.reduce((sum, { fen }) => sum + fen, 0)),
  };
}

const accountOf = ({ fen, at, account }: Payment) => defined({ amount: yuan(fen), at, account });
