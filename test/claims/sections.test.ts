/** Each role sees of a whole claim exactly the fields of its list; made from SIGHT, so that nobody forgets a row. */
import { expect } from 'chai';
import { type ClaimFacts, fold } from '../../claims/fold.ts';
import { viewerAs } from '../../claims/identity/parties.ts';
import { sectionsOf } from '../../claims/sections.ts';
import { SIGHT, visible } from '../../claims/visible.ts';
import type { ClaimEvent, ClaimId, JsonObject } from '../../store/ports.ts';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');
const event = (type: ClaimEvent['type'], data: JsonObject): ClaimEvent => ({
  ...{ id: 'e', claim: 'c' as ClaimId, type, v: 1, at: NOW, by: 'insurer', via: 'api', data },
});
const party = (id: string, role: string, of?: string) => ({
  ...{ id, role, name: `name-${id}`, phone: `1390000-${id}` },
  ...(of ? { of } : {}),
});
const settlement = (victim: string, medical: string) => ({
  ...{ claim: 'P1', victim, version: 1, at: '2026-11-20T10:00:00+08:00' },
  lines: [{ item: 'medical', asked: medical, accepted: medical, reasons: [] }],
  layers: { compulsory: { medical }, commercial: '0.00' },
  ...{ advances: [{ by: 'driver', amount: '10.00' }], payable: [{ to: victim, amount: medical }] },
});
const of = (person: string, amount: string) => [
  event('stageChanged', { change: 'joined', person, at: '2026-11-18' }),
  event('paperChanged', { change: 'received', document: `paper-${person}`, person, at: '2026-11-19' }),
  event('paperAsked', { document: 'x', person, who: 'x', why: `why-${person}`, at: '2026-11-19' }),
  event('advanceChanged', {
    ...{ advance: `adv-${person}`, change: 'approved', person, route: 'compulsory', amount, at: '2026-11-19' },
  }),
  event('settled', { settlement: settlement(person, amount) }),
  event('paid', {
    ...{ to: { party: person }, amount, at: '2026-11-21', reference: `REF-${person}`, account: '1234' },
    for: { settlement: { victim: person, version: 1 } },
  }),
];
const history: readonly ClaimEvent[] = [
  event('registered', {
    number: 'P1',
    accident: { on: '2026-11-18' },
    parties: [
      ...[party('i1', 'insured'), party('d1', 'driver'), party('wang', 'injured'), party('li', 'injured')],
      ...[party('h1', 'heir', 'wang'), party('a1', 'agent', 'wang')],
    ],
    policies: [{ number: 'POLICY-1', kind: 'compulsory', plate: 'PLATE-1' }],
  }),
  event('stageChanged', { change: 'entered', stage: 'determination', at: '2026-11-18' }),
  event('paperChanged', { change: 'received', document: 'paper-i1', person: 'i1', at: '2026-11-19' }),
  event('paperChanged', { change: 'received', document: 'paper-d1', person: 'd1', at: '2026-11-19' }),
  event('liabilityDetermined', {
    ...{ by: 'police', made: '2026-11-19' },
    shares: [
      { party: 'i1', share: 'none' },
      { party: 'd1', share: 'primary' },
      { party: 'li', share: 'secondary' },
    ],
  }),
  event('promiseMade', { what: 'PROMISE-1', by: '2026-12-01T10:00:00+08:00', who: 'x' }),
  event('handlerAssigned', { name: 'HANDLER-1', phone: '1', hours: {}, at: '2026-11-19' }),
  event('communicated', { kind: 'doctor', who: 'x', at: '2026-11-20', person: 'li', note: 'NOTE-1' }),
  ...of('wang', '111.11'),
  ...of('li', '222.22'),
];
const facts: ClaimFacts = fold(history);
const sections = sectionsOf(facts);
const ROLES = ['insured', 'driver', 'injured:wang', 'injured:li', 'heir:h1', 'adjuster'] as const;
const viewer = (name: string) => {
  const found = viewerAs(facts, name);
  if (!found) throw new Error(`${name} takes part`);
  return found;
};

describe('a claim by sections', () => {
  it('fills what can be known of it', () => {
    expect(Object.keys(sections.claim)).to.have.members([
      ...['number', 'accident', 'determination', 'plate', 'handler', 'stage', 'policy', 'insuredContact'],
      ...['insuredPapers', 'insuredPromises', 'insuredShare', 'driverContact', 'driverPapers', 'driverAdvance'],
      'communications',
    ]);
    expect(Object.keys(sections.people)).to.have.members(['wang', 'li']);
    for (const person of Object.values(sections.people))
      expect(Object.keys(person)).to.have.members([
        ...['name', 'stage', 'contact', 'papers', 'advance', 'settlementTotal', 'settlement', 'limitShare', 'account'],
      ]);
  });

  it('says how much was asked, is accepted, is to be paid and was paid', () => {
    const total = { version: 1, asked: '111.11', accepted: '111.11', payable: '111.11', paid: '111.11' };
    expect(sections.people.wang?.settlementTotal).to.deep.equal(total);
    expect(sections.claim.driverAdvance, 'over both, without whom it was for').to.equal('20.00');
  });

  for (const name of ROLES)
    it(`${name} sees the fields of its list, all that are there and no other`, () => {
      const who = viewer(name);
      if (who.role === 'agent') throw new Error('an agent has no list');
      const sight = SIGHT[who.role];
      const seen = visible(who, sections, NOW);
      expect(Object.keys(seen.claim)).to.have.members(sight.claim.filter((one) => one in sections.claim));
      for (const [id, whole] of Object.entries(sections.people)) {
        const list = 'person' in who && who.person === id ? sight.own : sight.others;
        expect(Object.keys(seen.people[id] ?? {}), id).to.have.members(list.filter((one) => one in whole));
      }
    });

  it('nothing of the other lies in what an injured person, her heir or the driver sees', () => {
    const read = (name: string) => JSON.stringify(visible(viewer(name), sections, NOW));
    const ofLi = /\bli\b|222\.22|paper-li|why-li|adv-li|REF-li|secondary/;
    const insuredOnly = /POLICY-1|name-i1|paper-i1|PROMISE-1/;
    for (const name of ['injured:wang', 'heir:h1', 'driver']) {
      expect(read(name), name).not.to.match(ofLi);
      expect(read(name), name).not.to.match(insuredOnly);
    }
    for (const name of ROLES.filter((one) => one !== 'adjuster')) expect(read(name), name).not.to.include('NOTE-1');
    expect(read('driver')).not.to.match(/wang|111\.11/);
    expect(read('insured'), 'why somebody was treated').not.to.match(/paper-wang|why-wang|paper-li|1390000-wang|REF-/);
  });

  it('an agent without a recorded authorisation sees nothing, and nobody looks who takes no part', () => {
    expect(visible(viewer('agent:a1'), sections, NOW)).to.deep.equal({ claim: {}, people: {} });
    for (const as of ['injured:h1', 'injured', 'heir:wang', 'insured:i1', 'x', 'toString', '', 'agent:__proto__'])
      expect(viewerAs(facts, as), as).to.equal(undefined);
  });

  it('an agent sees what the authorisation gives, while it stands', () => {
    const authorisation = {
      ...{ by: { role: 'injured', person: 'wang' }, from: '2026-11-01', until: '2026-12-01', mayReceiveMoney: false },
    };
    const admitted = event('admitted', { party: 'a1', role: 'agent', proof: 'x', who: 'acc1', authorisation });
    const agent = viewerAs(fold([...history, admitted]), 'agent:a1');
    if (!agent) throw new Error('the agent takes part');
    const seen = visible(agent, sections, NOW);
    expect(Object.keys(seen.people)).to.deep.equal(['wang']);
    expect(seen.people.wang).to.have.property('settlement');
    expect(seen.people.wang, 'may not receive money').to.not.have.property('account');
    expect(visible(agent, sections, NOW + 30 * 86_400_000)).to.deep.equal({ claim: {}, people: {} });
  });

  it('of a report alone it tells what the report tells', () => {
    const alone = sectionsOf(fold([event('reported', { number: 'R1', report: { ownPlate: 'PLATE-2', when: 'w' } })]));
    expect(alone).to.deep.equal({ claim: { number: 'R1', plate: ['PLATE-2'], accident: { when: 'w' } }, people: {} });
  });
});
