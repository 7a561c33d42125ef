/** Whose papers a conversation may speak of, with a grant and without. */
import { expect } from 'chai';
import type { TurnDeps } from '../../bots/deps.ts';
import { Draft } from '../../bots/draft.ts';
import { CODE_POLICY } from '../../bots/identity/figures.ts';
import { isWithheld, standing, whose } from '../../bots/papers/whose.ts';
import { nextList } from '../../claims/documents/told.ts';
import type { Grant } from '../../claims/identity/types.ts';
import { flows } from '../../dialogs/index.ts';
import type { ClaimId, Conversation, JsonObject } from '../../store/ports.ts';
import { NOTHING } from '../cases/documents.ts';
import { realLaw as law } from '../cases/invented.ts';

const AT = Date.parse('2026-11-24T10:00:00+08:00');
const MINUTE = 60_000;
const CLAIM = 'claim-1' as ClaimId;
const PARTIES = [
  { id: 'p1', role: 'insured', name: '示例甲', phone: '13800000001' },
  { id: 'v1', role: 'injured', name: '示例乙', phone: '13800000002' },
  { id: 'v2', role: 'injured', name: '示例丙', phone: '13800000003' },
];
const paper = (document: string, person?: string) => ({
  ...{ type: 'received', document, at: '2026-11-23T10:00:00+08:00' },
  ...(person && { person }),
});
const told = nextList(
  { claim: 'LP-1', side: 'injured', party: 'v1' },
  { ...NOTHING, inpatient: true },
  '2026-11-23',
  law,
);
if (!told) throw new Error('no list');

const FACTS = {
  ...{ number: 'LP-1', details: {}, files: [], promises: [], consents: [], corrections: [] },
  report: { role: 'family', phone: '13900000009' },
  registered: { number: 'LP-1', parties: PARTIES, policies: [] },
  lists: [told],
  papers: [paper('diagnosis', 'v1'), paper('invoices', 'v2'), paper('determination', 'v1')],
};

const grant = (over: Partial<Grant>): Grant => ({
  ...{ claim: CLAIM, party: 'v1', role: 'injured', phone: '13800000002', by: 'code' },
  ...{ verifiedAt: AT - MINUTE, lastSeenAt: AT - MINUTE },
  ...over,
});

function asked(state: JsonObject, facts: object = FACTS) {
  const conversation = { id: 'c1', channel: 'directline', person: 'p', state, floor: 'bot', revokedAt: null };
  const draft = new Draft(conversation as unknown as Conversation, { kind: 'timer' } as never, AT, flows);
  const deps = { identity: { policy: CODE_POLICY }, store: { claim: async () => ({ facts, version: 1 }) } };
  return whose({ draft, deps: deps as unknown as TurnDeps });
}
const granted = (...grants: Grant[]) => asked({ identity: { open: null, asked: [], lockedUntil: 0, grants } as never });
const bound = { claim: { id: CLAIM, number: 'LP-1' } };
const received = (own: Awaited<ReturnType<typeof whose>>): string[] =>
  own ? standing(own, told).flatMap(({ document, state }) => (state.state === 'received' ? [document] : [])) : [];

describe('papers: whose', () => {
  it('nothing reported and nothing opened: nobody’s', async () => {
    expect(await asked({})).to.equal(undefined);
  });

  it('the injured person by code sees her own papers, and not those of the other', async () => {
    const own = await granted(grant({}));
    expect(own).to.include({ side: 'injured', party: 'v1', verified: true });
    expect(received(own).sort()).to.deep.equal(['determination', 'diagnosis']);
  });

  it('a quarter of an hour later papers of the hospital need a new code, and that is said', async () => {
    const own = await granted(grant({ lastSeenAt: AT - 20 * MINUTE, verifiedAt: AT - 20 * MINUTE }));
    expect(own).to.include({ verified: false });
    expect(received(own)).to.deep.equal(['determination']);
    expect(own && isWithheld(own)).to.equal(true);
  });

  it('the insured has a list of his own, and hears of nobody’s medical papers', async () => {
    const own = await granted(grant({ party: 'p1', role: 'insured', phone: '13800000001' }));
    expect(own).to.include({ side: 'insured', party: 'p1' });
    expect(received(own)).to.deep.equal([]);
  });

  it('a phone that is no longer the party’s opens nothing', async () => {
    expect(await granted(grant({ phone: '13800000099' }))).to.equal(undefined);
  });

  it('an agent without an authorisation that stands sees nothing', async () => {
    expect(await granted(grant({ party: 'a1', role: 'agent', phone: '13800000004' }))).to.equal(undefined);
  });

  it('who reported it for the family sees no one’s papers by it: which of two it is, nobody has proved', async () => {
    const own = await asked(bound);
    expect(own).to.include({ side: 'injured', verified: false }).and.not.have.property('party');
    expect(received(own)).to.deep.equal([]);
  });

  it('with one injured person her papers are known, those of the hospital are not', async () => {
    const one = { ...FACTS, registered: { ...FACTS.registered, parties: PARTIES.slice(0, 2) } };
    const own = await asked(bound, one);
    expect(own).to.include({ party: 'v1', verified: false });
    expect(received(own)).to.deep.equal(['determination']);
  });
});
