/** Turns whose cause is a colleague at the desk. What cannot be done is refused, and then nothing of the turn is committed. */
import type { FileRecord, JsonObject } from '../store/ports.ts';
import { type Act, type Adjuster, asWish, type DeskResult, type Line, type Wish } from './acts.ts';
import { asksFor, settlesOf } from './asking.ts';
import { contacted, reassign } from './assigning.ts';
import { despaired, lookedAfter } from './crisis.ts';
import { fileUrl } from './fileUrl.ts';
import { ended, newHandoff, standing } from './handoff.ts';
import { filesOf, payloadOf } from './herLine.ts';
import { letIn, takeBack } from './letting.ts';
import { note } from './noting.ts';
import { placeTold } from './place.ts';
import { keepPromise, promise } from './promising.ts';
import { deskKey, hasSpoken, lookAgain, waitIsOver } from './queue.ts';
import { rights } from './righting.ts';
import type { Scope } from './scope.ts';
import { isCall, isTalkedOf, settleTickets } from './settling.ts';
import type { Asking } from './state.ts';

/** So many acts are remembered by their keys. */
const REMEMBERED = 50;

/** Without and with how to reach her. */
const INTRODUCED = {
  accepted: ['human.accepted', 'human.acceptedReach'],
  transferred: ['human.transferred', 'human.transferredReach'],
} as const;

type Hers = { readonly handoff: Asking; readonly adjuster: Adjuster };

export async function adjust(scope: Scope): Promise<void> {
  const { draft } = scope;
  if (draft.cause.kind !== 'adjuster') return;
  const refused = await done(scope, asWish(draft.cause.payload));
  if (refused) draft.refused = refused as unknown as JsonObject;
}

/** Does it, or says why not. */
async function done(scope: Scope, wish: Wish): Promise<DeskResult | undefined> {
  const { draft } = scope;
  const { key, adjuster } = wish;
  // Done before, and whoever asked did not hear of it.
  if (key && draft.state.acts.includes(key)) return { status: 'done' };
  if (key) draft.set({ acts: [...draft.state.acts, key].slice(-REMEMBERED) });
  if (wish.act === 'accept') return accept(scope, adjuster);
  if (wish.act === 'promise') return promise(scope, adjuster, wish.what.trim(), wish.by);
  if (wish.act === 'keepPromise') return keepPromise(scope, adjuster, wish.promise);
  if (wish.act === 'assign') return reassign(scope, wish);
  if (wish.act === 'correct') return rights(scope, adjuster, wish);
  if (wish.act === 'letIn') return letIn(scope, adjuster, wish);
  if (wish.act === 'shutOut') return takeBack(scope, adjuster, wish.claim);
  if (wish.act === 'note' || wish.act === 'call') {
    note(scope, adjuster, wish.text);
    if (wish.act === 'call') await contacted(scope, adjuster, 'called');
    return undefined;
  }
  const handoff = standing(draft);
  if (wish.act === 'giveUp' && draft.floor === 'waiting' && handoff?.state === 'waiting') {
    await waitIsOver(scope, handoff);
    return undefined;
  }
  if (wish.act === 'lookedAfter') return lookedAfter(scope, adjuster, wish.note);
  if (draft.floor !== 'person' || !handoff) return { status: 'notYours' };
  if (wish.act === 'takeOver') return takeOver(scope, handoff, adjuster, wish.from);
  if (handoff.adjuster !== adjuster.id) return takenBy(handoff);
  const files = wish.act === 'say' ? await filesOf(scope, wish.line) : [];
  if (typeof files === 'string') return { status: 'invalid', what: files };
  if (wish.act === 'giveUp') await waitIsOver(scope, handoff);
  else act(scope, { handoff, adjuster }, wish, files);
  if (wish.act === 'say') await contacted(scope, adjuster, 'said');
  if (wish.act === 'handBack' || wish.act === 'close') await settleTickets(scope, adjuster, isTalkedOf);
  return undefined;
}

function act(scope: Scope, hers: Hers, wish: Act, files: readonly FileRecord[]): void {
  if (wish.act === 'say') say(scope, hers, wish.line, files);
  if (wish.act === 'transfer') transfer(scope, hers, wish.to, wish.note);
  if (wish.act === 'handBack') handBack(scope, hers, wish.agreed.trim());
  if (wish.act === 'close') close(scope, hers);
}

const takenBy = ({ adjuster, data }: Asking): DeskResult => ({
  ...{ status: 'takenBy', adjuster: adjuster ?? '', name: String(data.name ?? '') },
});

async function accept(scope: Scope, adjuster: Adjuster): Promise<DeskResult | undefined> {
  const { draft } = scope;
  const before = standing(draft);
  if (draft.floor === 'person' && before) return before.adjuster === adjuster.id ? { status: 'done' } : takenBy(before);
  const handoff = before ?? newHandoff(scope, { reason: 'desk', severity: 0 }, 'active');
  draft.floor = 'person';
  // No call is needed any more, nor a number for it: somebody is here.
  const { talk } = draft.state;
  draft.set({ callBack: null, talk: { ...talk, stack: talk.stack.filter(({ flow }) => flow !== 'human') } });
  draft.hand({
    ...given(handoff, adjuster),
    ...{ state: 'active', acceptedAt: handoff.acceptedAt ?? draft.at, lastAdjusterAt: null },
  });
  lookAgain(draft, draft.at + scope.deps.service.desk.silence);
  await settleTickets(scope, adjuster, isCall);
  introduce(scope, 'accepted', adjuster);
  return undefined;
}

function given({ data, ...handoff }: Asking, { id, name, reach }: Adjuster): Asking {
  const { reminded: _, passed: __, ...kept } = data;
  return { ...handoff, adjuster: id, data: { ...kept, name, reach } };
}

/** The first word that is said of a person names her and how to reach her. */
function introduce(scope: Scope, how: keyof typeof INTRODUCED, { name, reach }: Adjuster): void {
  const [plain, withReach] = INTRODUCED[how];
  scope.say(reach.trim() ? { key: withReach, values: { name, reach } } : { key: plain, values: { name } });
}

function say(scope: Scope, { handoff, adjuster }: Hers, line: Line, files: readonly FileRecord[]): void {
  const { draft } = scope;
  const attachments = files.map(({ id, type, name }) => ({ contentType: type, contentUrl: fileUrl(id), name }));
  const sent = attachments.length > 0 ? { attachments } : {};
  draft.said.push({ direction: 'person', payload: { ...payloadOf(scope, adjuster, line), ...sent } });
  draft.files.push(...files.map(({ id }) => id));
  // What she has asked last: other words of hers ask something else.
  const data = { ...handoff.data, asks: line.asks ?? asksFor(scope, line), settles: settlesOf(line) };
  hasSpoken(draft, { ...handoff, data });
}

/** She is not there: whoever takes over speaks from now on, and the person is told once. */
function takeOver(scope: Scope, handoff: Asking, to: Adjuster, from: string): DeskResult | undefined {
  const { draft, deps } = scope;
  if (handoff.adjuster === to.id) return { status: 'done' };
  if (handoff.adjuster !== from) return takenBy(handoff);
  const before = String(handoff.data.name ?? '');
  draft.audit.push({ what: 'takeOver', data: { adjuster: to.id, from } });
  note(scope, to, deps.renderer.sentence(draft.state.lang, 'human.tookOver', { name: to.name, from: before }));
  draft.hand({
    ...given({ ...handoff, data: { ...handoff.data, from: before, note: '', relieved: true } }, to),
    lastAdjusterAt: null,
  });
  lookAgain(draft, draft.at + deps.service.desk.silence);
  introduce(scope, 'transferred', to);
  return undefined;
}

function transfer(scope: Scope, { handoff, adjuster }: Hers, to: Adjuster | null, words: string): void {
  const { draft, deps } = scope;
  if (words.trim()) note(scope, adjuster, words);
  const told = { ...handoff, data: { ...handoff.data, note: words.trim(), from: adjuster.name, relieved: false } };
  if (to) {
    const hers = given(told, to);
    // Until she speaks her pages tell her of it.
    draft.hand({ ...hers, data: { ...hers.data, passed: draft.at }, lastAdjusterAt: null });
    lookAgain(draft, draft.at + deps.service.desk.silence);
    introduce(scope, 'transferred', to);
    return;
  }
  placeTold(draft, { ...told, state: 'waiting', back: true, adjuster: null }, 1);
  draft.floor = 'waiting';
  lookAgain(draft, draft.at + deps.service.desk.longestWait);
  scope.say({ key: 'human.requeuedBy', values: { name: adjuster.name }, quick: ['backToBot'] });
}

function handBack(scope: Scope, { handoff, adjuster }: Hers, agreed: string): void {
  const { draft } = scope;
  ended(draft, { ...handoff, data: { ...handoff.data, agreed } }, 'handedBack');
  draft.floor = 'closed';
  draft.cancelJobs.push(deskKey(draft));
  const { name } = adjuster;
  scope.say(
    agreed
      ? { key: 'human.handedBackAgreed', values: { name, agreed } }
      : { key: 'human.handedBack', values: { name } },
    // Whether despair is solved is nobody's question.
    handoff.reason === 'crisis' || despaired(draft)
      ? { key: 'crisis.stay', calls: ['12356'], quick: ['human'] }
      : { key: 'human.solved', quick: ['solved', 'notSolved'] },
  );
}

function close(scope: Scope, { handoff, adjuster }: Hers): void {
  const { draft } = scope;
  ended(draft, handoff, 'closed');
  draft.floor = 'closed';
  draft.cancelJobs.push(deskKey(draft));
  scope.say({ key: 'human.closed', values: { name: adjuster.name }, quick: ['progress', 'human'] });
}
