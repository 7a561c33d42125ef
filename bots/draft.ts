/** One turn being written: everything that commit 2 will hold, and nothing that has left the process. */
import { randomUUID } from 'node:crypto';
import { contactOf } from '../claims/contact.ts';
import { type ClaimFacts, fold } from '../claims/fold.ts';
import { lookupsOf } from '../claims/identity/lookups.ts';
import type { Report } from '../claims/report.ts';
import type { Flow } from '../dialogs/flow.ts';
import type { Say } from '../dialogs/say.ts';
import type {
  AuditNote,
  Binding,
  Cause,
  ClaimEvent,
  ClaimId,
  ClaimWrite,
  Conversation,
  FileId,
  Floor,
  Handoff,
  JsonObject,
  NewJob,
  Said,
  Store,
  TellingWrite,
  Ticket,
  TurnWork,
} from '../store/ports.ts';
import { type Asking, readState, type State, writeState } from './state.ts';

export class Draft {
  readonly conversation: Conversation;
  readonly cause: Cause;
  readonly at: number;
  state: State;
  floor: Floor;
  readonly said: Said[] = [];
  readonly events: ClaimEvent[] = [];
  /** Claims that this turn changes, folded up to now. */
  readonly facts = new Map<ClaimId, ClaimFacts>();
  /** How many events each of them had before this turn. */
  readonly #versions = new Map<ClaimId, number>();
  readonly bindings: Binding[] = [];
  readonly tickets: Ticket[] = [];
  /** Tickets that this turn is through with, and who has done them. */
  readonly ticketsDone: { readonly id: string; readonly by: string }[] = [];
  readonly jobs: NewJob[] = [];
  readonly cancelJobs: string[] = [];
  readonly audit: AuditNote[] = [];
  /** Askings for a person that this turn begins or changes. */
  readonly #handoffs = new Map<string, Handoff>();
  /** What whoever wished for this turn hears instead of its being done. */
  refused: JsonObject | undefined;
  /** Files that lines of this turn carry. */
  readonly files: FileId[] = [];
  /** Number of the message that is being answered; 0: none is. */
  arrival = 0;
  /** Telephone numbers that were said. */
  readonly phones: string[] = [];
  /** And plates. */
  readonly plates: string[] = [];
  /** What the conversation knows of its claims after this turn. */
  readonly tellings: TellingWrite[] = [];
  /** The last line is news that nobody may be there to read. */
  unseen = false;
  /** Whether lines leave through a channel that they are pushed to. */
  readonly push: boolean;

  constructor(
    conversation: Conversation,
    cause: Cause,
    at: number,
    flows: Readonly<Record<string, Flow>>,
    push = false,
  ) {
    this.push = push;
    this.conversation = conversation;
    this.cause = cause;
    this.at = at;
    this.state = readState(conversation.state, flows);
    this.floor = conversation.floor;
  }

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
  }

  event(claim: ClaimId, type: ClaimEvent['type'], data: JsonObject, by: ClaimEvent['by'] = 'person'): ClaimEvent {
    const { channel, person } = this.conversation;
    const event: ClaimEvent = { id: randomUUID(), claim, type, v: 1, at: this.at, by, via: channel, person, data };
    this.events.push(event);
    this.facts.set(claim, fold([event], this.facts.get(claim)));
    return event;
  }

  /** To be called before the first event of a turn on a claim that exists already. */
  async know(claim: ClaimId, store: Pick<Store, 'claim'>): Promise<void> {
    if (this.facts.has(claim)) return;
    const row = await store.claim(claim);
    if (!row) return;
    this.facts.set(claim, row.facts as unknown as ClaimFacts);
    this.#versions.set(claim, row.version);
  }

  /** With the id of one that stands it takes its place. */
  ticket(
    kind: Ticket['kind'],
    data: JsonObject,
    { slot, id, claim }: { readonly slot?: number; readonly id?: string; readonly claim?: ClaimId } = {},
  ): void {
    this.tickets.push({
      id: id ?? randomUUID(),
      kind,
      conversation: this.conversation.id,
      claim: claim ?? this.state.claim?.id ?? null,
      at: this.at,
      ...(slot === undefined ? {} : { slot }),
      data,
    });
  }

  /** Of those that are of none yet. */
  placeTickets(branch: string): void {
    for (const [i, ticket] of this.tickets.entries()) this.tickets[i] = { branch, ...ticket };
  }

  /** The asking for a person as it is from now on. */
  hand(asking: Asking): void {
    this.#handoffs.set(asking.id, { ...asking, conversation: this.conversation.id });
    this.set({ handoff: asking });
  }

  /** Which words, in which language, were said: for the audit trail; never their values. */
  noteSaid(says: readonly Say[]): void {
    if (says.length > 0)
      this.audit.push({ what: 'said', data: { keys: says.map((say) => say.key), lang: this.state.lang } });
  }

  private claimRows(): ClaimWrite[] {
    const changed = new Set(this.events.map((event) => event.claim));
    return [...this.facts]
      .filter(([id]) => changed.has(id))
      .map(([id, facts]) => {
        const contact = contactOf(facts, this.conversation.id);
        return { ...claimRow(id, facts, this.at, this.#versions.get(id) ?? 0), ...(contact ? { contact } : {}) };
      });
  }

  work(handledUpTo: number, push = this.push): TurnWork {
    const { id, version, handled } = this.conversation;
    return {
      conversation: id,
      expectedVersion: version,
      expectedHandled: handled,
      handledUpTo,
      cause: this.cause,
      at: this.at,
      floor: this.floor,
      state: writeState(this.state),
      said: this.said,
      push,
      events: this.events,
      claims: this.claimRows(),
      bindings: this.bindings,
      tickets: this.tickets,
      jobs: this.jobs,
      cancelJobs: this.cancelJobs,
      audit: this.audit,
      ...(this.#handoffs.size > 0 ? { handoffs: [...this.#handoffs.values()] } : {}),
      ...(this.ticketsDone.length > 0 ? { ticketsDone: this.ticketsDone } : {}),
      ...(this.phones.length > 0 ? { phones: this.phones } : {}),
      ...(this.plates.length > 0 ? { plates: this.plates } : {}),
      ...(this.files.length > 0 ? { files: this.files } : {}),
      ...(this.tellings.length > 0 ? { tellings: this.tellings } : {}),
      ...(this.unseen ? { unseen: true as const } : {}),
      ...(this.refused ? { refused: this.refused } : {}),
    };
  }
}

/** The projection row of a claim: what lists and look-ups need. */
function claimRow(id: ClaimId, facts: ClaimFacts, updatedAt: number, expectedVersion: number): ClaimWrite {
  const report = facts.report as unknown as Partial<Report>;
  return {
    id,
    expectedVersion,
    number: facts.number,
    status: 'reported',
    accidentFrom: report.when ? Date.parse(report.when.start) : null,
    accidentTo: report.when ? Date.parse(report.when.end) : null,
    updatedAt,
    facts: facts as unknown as JsonObject,
    ...lookupsOf(facts),
  };
}
