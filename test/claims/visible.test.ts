/** The matrix of who sees what. A field or a role that is new fails here until somebody has decided. */
import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Authorisation,
  CLAIM_FIELDS,
  PERSON_FIELDS,
  type Sections,
  type Viewer,
  visible,
} from '../../claims/visible.ts';

const NOW = Date.parse('2026-03-10T10:00:00+08:00');
/** Every value names its field and whose it is, so that a leak can be read. */
const wholeOf = (fields: readonly string[], whose: string) =>
  Object.fromEntries(fields.map((one) => [one, `${whose}.${one}`]));
/** With a field that no list names yet. */
const CLAIM: Sections = {
  claim: wholeOf([...CLAIM_FIELDS, 'somethingNew'], 'claim'),
  people: {
    wang: wholeOf([...PERSON_FIELDS, 'somethingNew'], 'wang'),
    li: wholeOf(PERSON_FIELDS, 'li'),
  },
};
const authorised: Authorisation = {
  by: { role: 'injured', person: 'wang' },
  from: '2026-03-01',
  until: '2026-04-01',
  mayReceiveMoney: false,
};

/** o: sees it. Columns: insured, driver, injured (wang), heir (of wang), agent of wang, adjuster, reporter. */
const VIEWERS: readonly Viewer[] = [
  { role: 'insured' },
  { role: 'driver' },
  { role: 'injured', person: 'wang' },
  { role: 'heir', person: 'wang' },
  { role: 'agent', authorisation: authorised },
  { role: 'adjuster' },
  { role: 'reporter' },
];
const MATRIX: Readonly<Record<string, string>> = {
  'claim.number': 'ooooooo',
  'claim.accident': 'ooooooo',
  'claim.determination': 'oooooo-',
  'claim.plate': 'oooooo-',
  'claim.handler': 'ooooooo',
  'claim.stage': 'oo---oo',
  'claim.policy': 'o----o-',
  'claim.insuredContact': 'o----o-',
  'claim.insuredPapers': 'o----o-',
  'claim.insuredPromises': 'o----o-',
  'claim.insuredShare': 'o----o-',
  'claim.driverContact': '-o---o-',
  'claim.driverPapers': '-o---o-',
  'claim.driverAdvance': '-o---o-',
  'claim.driverPromises': '-o---o-',
  'claim.liableBears': 'oo---o-',
  'claim.flags': '-----o-',
  'claim.privateNotes': '-----o-',
  'claim.communications': '-----o-',
  'claim.audit': '-----o-',
  'wang.name': 'o-oooo-',
  'wang.stage': 'o-oooo-',
  'wang.contact': '--oooo-',
  'wang.medical': '--oooo-',
  'wang.papers': '--oooo-',
  'wang.advance': 'o-oooo-',
  'wang.settlementTotal': 'o-oooo-',
  'wang.settlement': '--oooo-',
  'wang.limitShare': '--oooo-',
  'wang.account': '--oo-o-',
  'wang.promises': '--oooo-',
  'wang.consents': '--oooo-',
  'li.name': 'o----o-',
  'li.stage': 'o----o-',
  'li.contact': '-----o-',
  'li.medical': '-----o-',
  'li.papers': '-----o-',
  'li.advance': 'o----o-',
  'li.settlementTotal': 'o----o-',
  'li.settlement': '-----o-',
  'li.limitShare': '-----o-',
  'li.account': '-----o-',
  'li.promises': '-----o-',
  'li.consents': '-----o-',
};

const seenBy = (viewer: Viewer, at = NOW, claim = CLAIM): string[] => {
  const { claim: whole, people } = visible(viewer, claim, at);
  return [whole, ...Object.values(people)].flatMap((fields) => Object.values(fields) as string[]);
};

describe('visible: who sees what', () => {
  VIEWERS.forEach((viewer, i) => {
    it(`${viewer.role} sees what the matrix says, and nothing else`, () => {
      const wanted = Object.entries(MATRIX).flatMap(([field, sees]) => (sees[i] === 'o' ? [field] : []));
      expect(seenBy(viewer).sort()).to.deep.equal(wanted.sort());
    });
  });

  it('the matrix has every field', () => {
    const all = [
      ...CLAIM_FIELDS.map((one) => `claim.${one}`),
      ...['wang', 'li'].flatMap((who) => PERSON_FIELDS.map((one) => `${who}.${one}`)),
    ];
    expect(Object.keys(MATRIX)).to.deep.equal(all);
  });

  it('the injured person does not even learn that somebody else was hurt', () =>
    expect(Object.keys(visible({ role: 'injured', person: 'wang' }, CLAIM, NOW).people)).to.deep.equal(['wang']));

  it('somebody who is not in it sees nobody', () => {
    for (const person of ['nobody', '', '__proto__', 'constructor'])
      expect(visible({ role: 'injured', person }, CLAIM, NOW).people, person).to.deep.equal({});
  });
});

describe('visible: an agent', () => {
  const agent = (changes: Partial<Authorisation> = {}): Viewer => ({
    role: 'agent',
    authorisation: { ...authorised, ...changes },
  });

  it('sees nothing without a recorded authorisation, before it begins or after it ends', () => {
    expect(seenBy({ role: 'agent' })).to.deep.equal([]);
    const at = (moment: string) => seenBy(agent(), Date.parse(moment)).length > 0;
    expect([
      at('2026-02-28T23:59:59+08:00'),
      at('2026-03-01T00:00:00+08:00'),
      at('2026-03-31T23:59:59+08:00'),
      at('2026-04-01T00:00:00+08:00'),
    ]).to.deep.equal([false, true, true, false]);
  });

  it('sees the account where he may receive the money: that is a power of its own', () => {
    expect(seenBy(agent())).to.not.include('wang.account');
    expect(seenBy(agent({ mayReceiveMoney: true }))).to.include('wang.account');
  });

  it('sees never more than whoever sent him', () => {
    const senders: readonly Authorisation['by'][] = [
      { role: 'insured' },
      { role: 'injured', person: 'li' },
      { role: 'heir', person: 'wang' },
    ];
    for (const by of senders)
      for (const mayReceiveMoney of [true, false])
        expect(seenBy(by)).to.include.members(seenBy(agent({ by, mayReceiveMoney })));
  });
});

describe('visible: whatever the claim holds', () => {
  const values = fc.dictionary(fc.constantFrom(...CLAIM_FIELDS, ...PERSON_FIELDS, 'secret', 'toString'), fc.anything());
  it('shows fields as they are, adds none, and hides what no list names', () => {
    fc.assert(
      fc.property(
        fc.record({ claim: values, people: fc.dictionary(fc.constantFrom('wang', 'li', 'zhao'), values) }),
        fc.constantFrom(...VIEWERS),
        (given, viewer) => {
          const seen = visible(viewer, given, NOW);
          for (const [field, value] of Object.entries(seen.claim)) {
            expect(CLAIM_FIELDS).to.include(field);
            expect(Object.is(value, given.claim[field])).to.equal(true);
          }
          for (const [id, fields] of Object.entries(seen.people))
            for (const [field, value] of Object.entries(fields)) {
              expect(PERSON_FIELDS).to.include(field);
              expect(Object.is(value, given.people[id]?.[field])).to.equal(true);
            }
        },
      ),
      { numRuns: 200 },
    );
  });
});
