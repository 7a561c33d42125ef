/** One turn of one conversation: up to five arrivals, or one timer, become one plain value to commit. */
import { randomUUID } from 'node:crypto';
import { type Activity, TurnContext } from 'botbuilder';
import type { Cause, Conversation, JsonObject, PendingArrival, TurnWork } from '../store/ports.ts';
import { CollectingAdapter } from './adapter.ts';
import { settleBranch } from './branch.ts';
import { ClaimBot, scopeKey } from './claimBot.ts';
import type { TurnDeps } from './deps.ts';
import { Draft } from './draft.ts';
import { keepAlive } from './identity/grants.ts';
import { lastWord } from './lastWord.ts';
import { withOffer } from './offers.ts';
import { queueMoved } from './place.ts';
import { createScope } from './scope.ts';
import { noteZone } from './telling/news.ts';
import { watchForSilence } from './timers.ts';

const bot = new ClaimBot();

export interface TurnInput {
  readonly conversation: Conversation;
  readonly cause: Cause;
  readonly arrivals: readonly PendingArrival[];
  readonly at: number;
  /** Channels that are pushed to get a delivery for each line. */
  readonly push: boolean;
}

export async function takeTurn(deps: TurnDeps, input: TurnInput): Promise<TurnWork> {
  const draft = new Draft(input.conversation, input.cause, input.at, deps.flows, input.push);
  const { handoff: before } = draft.state;
  noteAddress(draft, input.arrivals);
  noteZone(draft, input.arrivals);
  if (input.arrivals.some(({ payload }) => payload.type === 'message')) keepAlive(deps, draft);
  if (input.cause.kind === 'timer') await run(deps, draft, { type: 'event', name: 'timer' });
  if (input.cause.kind === 'api') await run(deps, draft, { type: 'event', name: 'api' });
  if (input.cause.kind === 'adjuster') await run(deps, draft, { type: 'event', name: 'adjuster' });
  const read = albums(input.arrivals);
  for (const together of read) {
    draft.arrival = together.number;
    await run(deps, draft, activityOf(together));
  }
  const urgent = read.length > 1 ? lastWord(deps, draft) : undefined;
  if (urgent) draft.said.push(urgent);
  watchForSilence(draft);
  await settleBranch(deps, draft);
  await queueMoved(deps, draft, before);
  return draft.work(input.arrivals.at(-1)?.number ?? input.conversation.handled);
}

/** Channels move people from one server to another: the last message says where they are. */
function noteAddress(draft: Draft, arrivals: readonly PendingArrival[]): void {
  const address = arrivals.findLast(({ payload }) => payload.address)?.payload.address;
  if (address) draft.set({ address: address as JsonObject });
}

async function run(deps: TurnDeps, draft: Draft, activity: Partial<Activity>): Promise<void> {
  const adapter = new CollectingAdapter();
  const { deliveryMode, ...given } = activity;
  // Told of its mode, the context would keep what is said to itself.
  const context = new TurnContext(adapter, { ...address(draft), ...given });
  const scope = createScope(deps, draft, randomUUID);
  context.turnState.set(scopeKey, scope);
  await bot.run(context);
  const says = await withOffer(scope, scope.says);
  if (says.length > 0) await context.sendActivities(withCalls(says));
  const answers = activity.type === 'message' || deliveryMode !== undefined;
  const replyTo = answers && activity.id ? { replyToId: activity.id } : {};
  for (const [i, said] of adapter.collected.entries()) {
    // Sending puts the conversation's address over the name under which it was said.
    const from = says[i]?.from ?? said.from;
    draft.said.push({ direction: 'bot', payload: payloadOf({ ...said, ...(from ? { from } : {}) }, replyTo) });
  }
}

/** Clients show the buttons of the last line only: a number to dial that was said before it goes along. */
function withCalls(says: readonly Partial<Activity>[]): Partial<Activity>[] {
  const last = says.at(-1);
  const earlier = says.slice(0, -1).flatMap((said) => said.suggestedActions?.actions ?? []);
  const own = last?.suggestedActions?.actions ?? [];
  const calls = earlier.filter(
    (a, i) => a.type === 'call' && ![...own, ...earlier.slice(0, i)].some((b) => b.value === a.value),
  );
  if (!last || calls.length === 0) return [...says];
  return [...says.slice(0, -1), { ...last, suggestedActions: { to: [], actions: [...calls, ...own] } }];
}

const address = (draft: Draft): Partial<Activity> => ({
  channelId: draft.conversation.channel,
  conversation: { id: draft.conversation.id, name: '', isGroup: false, conversationType: 'personal' },
  from: { id: draft.conversation.person, name: '', role: 'user' },
  recipient: { id: 'lipei', name: '', role: 'bot' },
});

/** Photos sent in a row are one message: thanked for once, and the open question is asked once more, not nine times. */
function albums(arrivals: readonly PendingArrival[]): PendingArrival[] {
  const groups: PendingArrival[] = [];
  for (const arrival of arrivals) {
    const before = groups.at(-1);
    if (before && onlyFiles(before) && onlyFiles(arrival))
      groups[groups.length - 1] = { ...arrival, files: [...before.files, ...arrival.files] };
    else groups.push(arrival);
  }
  return groups;
}

const onlyFiles = ({ files, payload }: PendingArrival): boolean =>
  files.length > 0 && !payload.text && !payload.entities;

function activityOf(arrival: PendingArrival): Partial<Activity> {
  const payload = arrival.payload as unknown as Partial<Activity>;
  const channelData = { ...(payload.channelData ?? {}), files: arrival.files };
  return { ...payload, id: arrival.activityId, channelData };
}

/** Only what clients see; addresses are the channel's business. */
function payloadOf(said: Partial<Activity>, replyTo: JsonObject): JsonObject {
  const { type, text, textFormat, locale, from, inputHint, suggestedActions, channelData } = said;
  const payload = { type, text, textFormat, locale, from, inputHint, suggestedActions, channelData, ...replyTo };
  return payload as unknown as JsonObject;
}
