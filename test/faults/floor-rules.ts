/** What must hold of who has the floor, whatever happened (R27). */
import { expect } from 'chai';
import type { Adjuster, DeskResult } from '../../bots/desk.ts';
import type { ConversationId, Handoff, JsonObject, StoredActivity, TurnWork } from '../../store/ports.ts';
import { li, wang } from '../support/desk.ts';
import type { Office } from './office.ts';

/** What a colleague wrote, and what she heard of it. */
export interface Said {
  readonly text: string;
  readonly by: string;
  readonly status: DeskResult['status'] | 'unknown';
}

const ownerOf = ({ floor, state }: TurnWork): string => {
  const handoff = state.handoff as unknown as Handoff | null;
  expect(floor === 'person', 'the floor and the asking agree').to.equal(handoff?.state === 'active');
  return floor === 'person' ? String(handoff?.adjuster) : floor;
};

/** To “back to the bot” the bot says one thing: who speaks here. */
const saysSheIsHere = ({ payload }: TurnWork['said'][number]): boolean =>
  (payload.channelData as JsonObject | undefined)?.key === 'human.stillHere';

/** Each turn begins where the last one ended; only whoever has the floor speaks, and the bot does not. */
export function expectOneOwner(turns: readonly TurnWork[]): void {
  let owner = 'bot';
  for (const [i, work] of turns.entries()) {
    expect(work.expectedVersion, 'one after the other').to.equal(i);
    const wish =
      work.cause.kind === 'adjuster'
        ? (work.cause.payload as unknown as { adjuster: Adjuster; act: string })
        : undefined;
    const spoke = work.said.some(({ direction }) => direction === 'person');
    if (spoke || (wish && !['accept', 'note'].includes(wish.act))) expect(wish?.adjuster.id).to.equal(owner);
    if (work.cause.kind === 'arrival' && [wang.id, li.id].includes(owner))
      expect(work.said.filter((line) => !saysSheIsHere(line))).to.deep.equal([]);
    if (wish?.act === 'accept') expect([wang.id, li.id], 'who has it is not pushed aside').not.to.include(owner);
    owner = ownerOf(work);
  }
}

const textOf = ({ payload }: StoredActivity): string => String(payload.text);

export async function expectWords(
  office: Office,
  conversation: ConversationId,
  sent: readonly string[],
  said: readonly Said[],
): Promise<void> {
  const { store } = office.world(0);
  const all = await store.transcript(conversation, 0, 10_000);
  const users = all.filter(({ direction }) => direction === 'user').map(({ id }) => id);
  // What was accepted and never heard of, because a process died, is there too.
  expect(
    users.filter((id) => sent.includes(id)),
    'words of the person',
  ).to.deep.equal(sent);
  const spoken = all.filter(({ direction }) => direction === 'person' || direction === 'note').map(textOf);
  for (const { text, status } of said) {
    const times = spoken.filter((one) => one === text).length;
    if (status === 'done') expect(times, text).to.equal(1);
    else if (status === 'unknown' || status === 'busy') expect(times, text).to.be.lessThanOrEqual(1);
    else expect(times, `${text}: ${status}`).to.equal(0);
  }
  for (const by of [wang.id, li.id]) {
    const theirs = said.filter((one) => one.by === by).map(({ text }) => text);
    const there = spoken.filter((text) => theirs.includes(text));
    expect(there, 'in order').to.deep.equal(theirs.filter((text) => there.includes(text)));
  }
  const shown = await store.activities(conversation, 0, 10_000);
  expect(shown).to.deep.equal(all.filter(({ direction }) => direction !== 'note'));
}

export async function expectRow(office: Office, conversation: ConversationId): Promise<void> {
  const { store } = office.world(1);
  const now = await store.conversation(conversation);
  expect(now?.handled, 'everything is handled').to.equal(now?.arrivals);
  const row = await store.handoffOf(conversation);
  const { conversation: _, ...asking } = row ?? ({} as Partial<Handoff>);
  expect(row ? asking : null).to.deep.equal((now?.state.handoff ?? null) as JsonObject | null);
}
