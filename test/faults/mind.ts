/** The bot's turns without a store: a state and a message in, the next state and what was said out. */
import { takeTurn } from '../../bots/turn.ts';
import type {
  ClaimId,
  ClaimRow,
  Conversation,
  ConversationId,
  FileRecord,
  JsonObject,
  PersonId,
} from '../../store/ports.ts';
import { tuesdayMorning } from '../support/talk.ts';
import { nobody, turnDeps } from './world.ts';

export interface Stop {
  readonly state: JsonObject;
  readonly floor: Conversation['floor'];
  /** `flow.question` as it is open now, without numbers; `*` where the person is choosing between readings or fields. */
  readonly open: string;
  /** What the last message of the bot offers. */
  readonly buttons: readonly string[];
  /** Keys of what was just said. */
  readonly keys: readonly string[];
}

interface Shown {
  readonly channelData?: { readonly key?: string; readonly flow?: string; readonly question?: string };
  readonly suggestedActions?: { readonly actions: readonly { readonly type: string; readonly value: string }[] };
}

/** Claims that turns have written, so that later turns find them. */
const claims = new Map<ClaimId, ClaimRow>();
const deps = turnDeps({
  ...nobody,
  claim: async (id) => claims.get(id),
  claimsByPlate: async () => [],
  conversationsBy: async () => [],
  conversation: async () => undefined,
  bindings: async () => [],
  tellings: async () => [],
  numberedEvents: async () => ({ last: 0, events: [] }),
  events: async () => [],
});

/** For states that come from a file: the claim that they speak of. */
export function know(id: string, number: string): void {
  const row = {
    id: id as ClaimId,
    version: 1,
    number,
    status: 'reported',
    accidentFrom: null,
    accidentTo: null,
    updatedAt: 0,
  };
  claims.set(row.id, {
    ...row,
    facts: { number, report: {}, details: {}, files: [], promises: [], consents: [], corrections: [] },
  });
}

export async function hear(
  state: JsonObject,
  floor: Conversation['floor'],
  text: string,
  files: readonly FileRecord[] = [],
): Promise<Stop> {
  const conversation: Conversation = {
    id: 'conversation' as ConversationId,
    channel: 'directline',
    person: 'person' as PersonId,
    ...{ version: 1, handled: 0, arrivals: 1, failures: 0, lastSeq: 1, revokedAt: null, createdAt: 0, floor, state },
  };
  const arrival = { number: 1, activityId: 'a1', at: tuesdayMorning, payload: { type: 'message', text }, files };
  const work = await takeTurn(deps, {
    ...{ conversation, cause: { kind: 'arrival' }, arrivals: [arrival], at: tuesdayMorning, push: false },
  });
  for (const { plates: _, phones: __, expectedVersion, ...row } of work.claims) {
    const added = work.events.filter(({ claim }) => claim === row.id).length;
    claims.set(row.id, { ...row, version: expectedVersion + added });
  }
  const said = work.said.map(({ payload }) => payload as unknown as Shown);
  const last = said.at(-1);
  return {
    state: work.state,
    floor: work.floor,
    open: openIn(work.state, last),
    buttons: (last?.suggestedActions?.actions ?? []).filter(({ type }) => type === 'imBack').map(({ value }) => value),
    keys: said.map(({ channelData }) => String(channelData?.key)),
  };
}

function openIn(state: JsonObject, last: Shown | undefined): string {
  const { flow, question } = last?.channelData ?? {};
  if (!flow || !question) return '';
  const choosing = (state as { talk?: { choosing?: unknown } }).talk?.choosing ? '*' : '';
  return `${flow}.${question.replace(/\.\d+(?=\.|$)/g, '')}${choosing}`;
}
