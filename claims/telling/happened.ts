/** What has happened to a claim → what there is to tell of it, and who must see what to hear it. Pure. */
import type { ClaimEvent, JsonObject } from '../../store/ports.ts';
import type { Settlement } from '../deductions/settlement.ts';
import { findDocument } from '../documents/rules/index.ts';
import { isLacking, stateOf } from '../documents/state.ts';
import type { ClaimFacts } from '../fold.ts';
import { peopleOf } from '../progress/progress.ts';
import { audienceOf, injuredOf } from '../progress/promised.ts';
import type {
  AdvanceData,
  Handler,
  Liability,
  PaperAsked,
  PaperData,
  PaymentData,
  StageData,
} from '../recording/types.ts';
import { ruleOf } from '../stages/rules/index.ts';
import { hears } from './ears.ts';
import type { Ear, Item, Need, PaperWish } from './types.ts';

/** `about`: of two with the same the later one is told. */
export interface Piece {
  readonly about: string;
  readonly item: Item;
}

type Reader = (facts: ClaimFacts, data: JsonObject, ear: Ear, event: ClaimEvent) => Piece | undefined;
const readers: Partial<Readonly<Record<ClaimEvent['type'], Reader>>> = {
  stageChanged: (facts, data, ear) => ofStage(facts, data as unknown as StageData, ear),
  paperAsked: (facts, data, ear) => ofPaper(facts, 'asked', data as unknown as PaperAsked, ear),
  paperChanged: (facts, data, ear) => {
    const { change, document, person, why: fault } = data as unknown as PaperData;
    if (change !== 'unreadable' && change !== 'askedAgain') return undefined;
    return ofPaper(
      facts,
      change,
      { document, ...(person !== undefined && { person }), ...(fault !== undefined && { fault }) },
      ear,
    );
  },
  liabilityDetermined: (_, data, ear) => {
    const { by } = data as unknown as Liability;
    return told(ear, [{ claim: 'determination' }], 'liability', { kind: 'liability', by });
  },
  settled: (_, data, ear) => ofSettlement(data.settlement as unknown as Settlement, ear),
  promiseMade: ofPromise,
  advanceChanged: (_, data, ear) => ofAdvance(data as unknown as AdvanceData, ear),
  paid: (_, data, ear) => ofPayment(data as unknown as PaymentData, ear),
  handlerAssigned: (_, data, ear) => {
    const { name, phone } = data as unknown as Handler;
    return told(ear, [{ claim: 'handler' }], 'handler', { kind: 'handler', name, phone });
  },
};

/** In the order in which it happened; `facts` as they are now. */
export const happened = (facts: ClaimFacts, events: readonly ClaimEvent[], ear: Ear): readonly Piece[] =>
  events.flatMap((event) => readers[event.type]?.(facts, event.data, ear, event) ?? []);

const told = (ear: Ear, needs: readonly Need[], about: string, item: Item): Piece | undefined =>
  hears(ear, needs) ? { about, item } : undefined;

const each = (facts: ClaimFacts, field: 'stage' | 'papers' | 'promises'): Need[] =>
  peopleOf(facts).map((person) => ({ person, field }));

/** Who sees a person's stages hears of them; who sees only those of the claim is told by `claimMoved`. */
function ofStage(facts: ClaimFacts, { change, stage, person }: StageData, ear: Ear): Piece | undefined {
  if (change === 'joined' || stage === undefined) return undefined;
  const field = stage === 'advance' ? 'advance' : 'stage';
  const needs: Need[] = person === undefined ? [{ claim: 'stage' }, ...each(facts, 'stage')] : [{ person, field }];
  const item = stageItem(facts, { change, stage, person }, ear);
  return item && told(ear, needs, `stage ${person ?? ''} ${ruleOf(stage).beside ? stage : ''}`, item);
}

interface Move {
  readonly change: Exclude<StageData['change'], 'joined'>;
  readonly stage: NonNullable<StageData['stage']>;
  readonly person: string | undefined;
}

function stageItem(facts: ClaimFacts, { change, stage, person }: Move, { own, side }: Ear): Item | undefined {
  const { hold } = ruleOf(stage);
  if (change === 'paused') return hold && { kind: 'held', because: hold, side };
  if (change === 'resumed') return { kind: 'resumed', stage };
  if (stage === 'advance') return { kind: 'advance', change, documents: [] };
  if (change === 'left') return undefined;
  const name = person !== undefined && person !== own && peopleOf(facts).length > 1 ? nameOf(facts, person) : undefined;
  return { kind: 'stage', stage, own: person !== undefined && person === own, ...(name ? { name } : {}) };
}

const nameOf = ({ registered }: ClaimFacts, person: string): string | undefined =>
  registered?.parties.find(({ id }) => id === person)?.name;

/** Only what still has to come. */
function ofPaper(
  facts: ClaimFacts,
  wish: PaperWish,
  {
    document,
    person,
    why,
    fault,
  }: Pick<PaperAsked, 'document' | 'person'> & { readonly why?: string; readonly fault?: string },
  ear: Ear,
): Piece | undefined {
  const own = (facts.papers ?? []).filter((one) => one.person === person);
  if (!isLacking(stateOf(document, own))) return undefined;
  const words = wish === 'asked' && ear.fresh && why !== undefined ? { why } : {};
  const item: Item = { kind: 'papers', wish, documents: [document], ...words, ...(fault !== undefined && { fault }) };
  return told(ear, paperNeeds(facts, document, person), `paper ${person ?? ''} ${document}`, item);
}

/** Whose paper it is brings it; one that names nobody is asked of whoever has it. */
function paperNeeds(facts: ClaimFacts, document: string, person: string | undefined): Need[] {
  const party = facts.registered?.parties.find(({ id }) => id === person);
  const whose = party?.role === 'heir' || party?.role === 'agent' ? party.of : person;
  const owner = facts.registered?.parties.find(({ id }) => id === whose);
  if (owner?.role === 'insured') return [{ claim: 'insuredPapers' }];
  if (owner?.role === 'driver') return [{ claim: 'driverPapers' }];
  if (whose !== undefined) return [{ person: whose, field: 'papers' }];
  const brings = findDocument(document)?.brings;
  return [
    ...(brings === 'injured' ? [] : [{ claim: 'insuredPapers' } as const]),
    ...(brings === 'insured' ? [] : each(facts, 'papers')),
  ];
}

/** That it is there; its sums are shown to whoever asks and has proved who she is. */
const ofSettlement = ({ victim, version }: Settlement, ear: Ear): Piece | undefined =>
  told(ear, [{ person: victim, field: 'settlementTotal' }], `settlement ${victim}`, {
    kind: 'settlement',
    again: version > 1,
  });

/** Each request by its own name; its stage says the same and gives way to it. */
function ofAdvance({ change, person, documents = [] }: AdvanceData, ear: Ear): Piece | undefined {
  const item: Item = { kind: 'advance', change, documents };
  return told(ear, [{ person, field: 'advance' }], `stage ${person} advance`, item);
}

/** An advance is told when its state changes. */
const ofPayment = ({ for: of }: PaymentData, ear: Ear): Piece | undefined =>
  'settlement' in of
    ? told(ear, [{ person: of.settlement.victim, field: 'account' }], `paid ${of.settlement.victim}`, { kind: 'paid' })
    : undefined;

/** What a person was promised in a conversation she has heard there. */
function ofPromise(facts: ClaimFacts, _: JsonObject, ear: Ear, { id, person }: ClaimEvent): Piece | undefined {
  const promise = facts.promises.find((one) => one.id === id);
  if (!promise || promise.kept || promise.instead || person !== undefined) return undefined;
  const { what, by, who } = promise;
  return told(ear, promiseNeeds(facts, promise), `promise ${id}`, { kind: 'promised', what, by, who });
}

/** To whom it was made: to the party that it names, or to whoever reported it. */
export function promiseNeeds(facts: ClaimFacts, promise: ClaimFacts['promises'][number]): Need[] {
  const { to } = promise;
  const person = injuredOf(facts, promise);
  if (person !== undefined) return [{ person, field: 'promises' }];
  const reporter: Need[] = to === undefined ? ['reporter'] : [];
  const audience = audienceOf(promise, facts);
  if (audience === 'driver') return [{ claim: 'driverPromises' }];
  if (audience === 'insured') return [...reporter, { claim: 'insuredPromises' }];
  // Of several injured persons nobody knows to which of them.
  const [only, ...more] = peopleOf(facts);
  return only !== undefined && more.length === 0 ? [...reporter, { person: only, field: 'promises' }] : reporter;
}
