/** People who ask, on a real store, with a clock that stands still and a sender that only remembers. */
import { randomUUID } from 'node:crypto';
import type { TurnDeps } from '../../bots/deps.ts';
import { Draft } from '../../bots/draft.ts';
import { CODE_POLICY } from '../../bots/identity/figures.ts';
import { keepAlive } from '../../bots/identity/index.ts';
import { sendCode } from '../../bots/identity/jobs.ts';
import { Schedule } from '../../bots/schedule.ts';
import { createScope, type Scope } from '../../bots/scope.ts';
import { fold } from '../../claims/fold.ts';
import { lookupsOf } from '../../claims/identity/lookups.ts';
import type { Registration } from '../../claims/recording/types.ts';
import type { Sender, SendResult, TextMessage } from '../../sms/port.ts';
import type { ClaimEvent, ClaimId, ConversationId, JsonObject, Store } from '../../store/ports.ts';
import { claimWrite, commit, event, must, start } from '../store/fixtures.ts';

export const T0 = Date.parse('2026-11-24T10:00:00+08:00');
export const MINUTE = 60_000;
export const KEY = Buffer.alloc(32, 9);

/** An insured, two injured, an agent of one of them. */
export const PARTIES: Registration['parties'] = [
  { id: 'p1', role: 'insured', name: '示例甲', phone: '13800000001' },
  { id: 'v1', role: 'injured', name: '示例乙', phone: '+86 138-0000-0002'.replaceAll(' ', ''), idEnding: '123X' },
  { id: 'v2', role: 'injured', name: '示例丙', phone: '13800000003' },
  { id: 'a1', role: 'agent', name: '示例丁', phone: '13800000004', of: 'v1' },
];

const json = (value: unknown): JsonObject => value as JsonObject;

/** What was asked of the store, by name: to compare the work of two turns. */
export type Calls = string[];

export class Rig {
  readonly store: Store;
  readonly clock = { at: T0 };
  readonly sent: TextMessage[] = [];
  readonly calls: Calls = [];
  readonly schedule: Schedule;
  readonly errors: unknown[] = [];
  readonly #lost = new Set<string>();
  /** What the gateway answers next; then it takes everything. */
  readonly answers: SendResult['status'][] = [];

  constructor(store: Store) {
    const calls = this.calls;
    this.store = new Proxy(store, {
      get: (target, name: keyof Store) => {
        calls.push(name);
        if (this.#lost.delete(name)) return () => Promise.reject(new Error(`lost: ${name}`));
        return target[name];
      },
    });
    const now = () => this.clock.at;
    const sender: Sender = {
      send: async (message) => {
        const status = this.answers.shift() ?? 'sent';
        if (status === 'sent') this.sent.push(message);
        return { status };
      },
    };
    const renderer = { sentence: (_: string, key: string, values = {}) => JSON.stringify({ key, ...values }) };
    const deps = { store: this.store, policy: CODE_POLICY, key: KEY, sender, renderer, now };
    const besides = { code: (job: Parameters<typeof sendCode>[1]) => sendCode(deps, job) };
    const onError = (error: unknown) => void this.errors.push(error);
    this.schedule = new Schedule({ store, now, runTimer: async () => true, besides, onError });
  }

  get deps(): TurnDeps {
    const identity = { store: this.store, policy: CODE_POLICY, key: KEY };
    return { flows: {}, store: this.store, identity } as unknown as TurnDeps;
  }

  /** A claim that the insurer has put, whether it was reported here or not. */
  async claim(number: string, over: Partial<Registration> = {}, before?: { id: ClaimId; events: ClaimEvent[] }) {
    const registration = { parties: PARTIES, policies: [], ...over };
    const id = before?.id ?? (randomUUID() as ClaimId);
    const known = before?.events ?? (await this.store.events(id));
    const data = json({ number, ...registration });
    const put = event(id, { type: 'registered', by: 'insurer', via: 'api', at: this.clock.at, data });
    const facts = fold([...known, put]);
    const whole = claimWrite(id, number, { expectedVersion: known.length, ...lookupsOf(facts), facts: json(facts) });
    const isNew = known.every(({ type }) => type !== 'registered');
    const record = { claim: id, expectedVersion: known.length, at: this.clock.at, facts: json(facts), events: [put] };
    const reported = known.some(({ type }) => type === 'reported');
    await this.store.recordClaim({
      ...{ ...record, lookups: lookupsOf(facts) },
      ...(reported ? {} : { whole }),
      ...(isNew ? { number } : {}),
    });
    return id;
  }

  /** A report that was made here, in a conversation of its own. */
  async report(number: string, phone: string): Promise<ClaimId> {
    const c = await start(this.store);
    const id = randomUUID() as ClaimId;
    const made = event(id, { person: c.person, data: { number, report: { phone, role: 'insured' } } });
    await commit(this.store, c, { events: [made], claims: [claimWrite(id, number, { phones: [phone] })] });
    return id;
  }

  /** The next call of this name fails. */
  loses(name: keyof Store): void {
    this.#lost.add(name);
  }

  async ask(channel = 'directline'): Promise<Asker> {
    return new Asker(this, (await start(this.store, { channel })).id);
  }

  /** The digits that this phone got last. */
  code(phone: string): string {
    const text = must(this.sent.findLast(({ to }) => to === phone)).text;
    return String((JSON.parse(text) as { code: string }).code);
  }

  pass(minutes: number): void {
    this.clock.at += minutes * MINUTE;
  }
}

/** One conversation. */
export class Asker {
  readonly rig: Rig;
  readonly id: ConversationId;
  arrival = 0;

  constructor(rig: Rig, id: ConversationId) {
    this.rig = rig;
    this.id = id;
  }

  /** One turn on one message, committed. */
  async turn<T>(work: (scope: Scope) => T | Promise<T>, commits = true): Promise<T> {
    const { store, deps, clock } = this.rig;
    const draft = new Draft(must(await store.conversation(this.id)), { kind: 'arrival' }, clock.at, {});
    draft.arrival = commits ? ++this.arrival : this.arrival + 1;
    keepAlive(deps, draft);
    const result = await work(createScope(deps, draft, randomUUID));
    if (commits) await store.commit(draft.work(draft.conversation.handled));
    return result;
  }

  /** The turn, and the sending that it leaves behind. */
  async served<T>(work: (scope: Scope) => T | Promise<T>): Promise<T> {
    const result = await this.turn(work);
    await this.rig.schedule.runDue();
    return result;
  }
}
