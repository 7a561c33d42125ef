/** What the insurer records of a claim, and how a conversation about money for treatment is read. */
import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { type ClaimFacts, fold } from '../../claims/fold.ts';
import { lookupsOf } from '../../claims/identity/lookups.ts';
import type { ClaimEvent, ClaimId, JsonObject } from '../../store/ports.ts';
import { type Line, ordinaryReport, type Talk } from './talk.ts';

export const keys = (lines: readonly Line[]): string[] => lines.map(({ key }) => key);
export const textOf = (lines: readonly Line[], key: string): string =>
  lines.find((line) => line.key === key)?.text ?? '';

const answers = (role: string, hurt: string) =>
  ordinaryReport.map((said) => (said === '开车的人' ? role : said.startsWith('1 人') ? hurt : said));
/** Reports of one person in hospital, by a family and by the driver; nothing more is asked after them. */
export const familysReport = ['我要报案', ...answers('伤者家属', '1 人，住院了'), '算了'];
export const driversReport = ['我要报案', ...answers('开车的人', '1 人，住院了'), '算了'];

export const ofType = async (talk: Talk, type: ClaimEvent['type']): Promise<readonly ClaimEvent[]> =>
  (await talk.events()).filter((one) => one.type === type);

export const advanceTickets = async (talk: Talk) => (await talk.tickets()).filter(({ kind }) => kind === 'advance');

/** As the insurer's claim system would. */
export async function record(
  talk: Pick<Talk, 'app' | 'clock'>,
  claim: ClaimId,
  type: ClaimEvent['type'],
  data: JsonObject,
): Promise<void> {
  const row = await talk.app.store.claim(claim);
  if (!row) throw new Error('no claim');
  const { at } = talk.clock;
  const event: ClaimEvent = { id: randomUUID(), claim, type, v: 1, at, by: 'insurer', via: 'api', data };
  const facts = fold([event], row.facts as unknown as ClaimFacts);
  const recorded = await talk.app.store.recordClaim({
    ...{ claim, expectedVersion: row.version, events: [event], at },
    ...{ facts: facts as unknown as JsonObject, lookups: lookupsOf(facts) },
  });
  expect(recorded).to.equal('recorded');
}
