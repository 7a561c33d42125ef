import { expect } from 'chai';
import { checklist } from '../../../claims/documents/checklist.ts';
import { additions, freeze, isUnchanged, notAnnounced } from '../../../claims/documents/freeze.ts';
import { type PaperEvent, stateOf, stillMissing } from '../../../claims/documents/state.ts';
import type { CaseFacts } from '../../../claims/documents/types.ts';
import { NOTHING } from '../../cases/documents.ts';
import { realLaw as law } from '../../cases/invented.ts';

const listOf = (facts: CaseFacts) => checklist(facts, '2026-11-20', law);
const TOLD = '2026-11-20T10:00:00+08:00';
const LATER = '2026-11-24T09:00:00+08:00';
/** An outpatient, of whom nobody knows yet whether there will be an appraisal. */
const { disability: _open, ...open } = NOTHING;
const frozen = freeze(listOf({ ...open, outpatient: true }), 'LP-1', 'wang', TOLD);

describe('documents: told once', () => {
  it('numbered from 1 on, dated, for one person of one claim', () => {
    expect(frozen).to.include({ claim: 'LP-1', person: 'wang', at: TOLD });
    expect(frozen.items.map(({ n }) => n)).to.deep.equal(frozen.items.map((_, i) => i + 1));
    expect(frozen.items[0]).to.deep.equal({ n: 1, document: 'claimForm', need: 'needed', dependsOn: [] });
    expect(frozen.hash).to.match(/^[0-9a-f]{64}$/);
  });

  it('says beforehand what a fact may yet add', () => {
    const opinion = frozen.items.find(({ document }) => document === 'appraisalOpinion');
    expect(opinion).to.include({ need: 'depends' });
    expect(opinion?.dependsOn).to.deep.equal(['disability']);
  });

  it('shows that it was changed, in any part', () => {
    expect(isUnchanged(frozen)).to.equal(true);
    const [first, ...rest] = frozen.items;
    if (!first) throw new Error('an empty list');
    const changed = [
      { ...frozen, at: LATER },
      { ...frozen, claim: 'LP-2' },
      { ...frozen, person: 'li' },
      { ...frozen, items: rest },
      { ...frozen, items: [...frozen.items, { ...first, n: 99, document: 'summons' }] },
      { ...frozen, items: [{ ...first, need: 'depends' as const }, ...rest] },
      { ...frozen, items: [{ ...first, dependsOn: ['agent' as const] }, ...rest] },
    ];
    expect(changed.map(isUnchanged)).to.deep.equal(changed.map(() => false));
  });

  it('has the same hash for the same list, in whatever order a store gives its fields back', () => {
    const { hash, items, ...rest } = frozen;
    const turned = items.map(({ n, document, need, dependsOn }) => ({ dependsOn, need, document, n }));
    expect(isUnchanged({ items: turned, hash, ...rest })).to.equal(true);
    expect(freeze(listOf({ ...open, outpatient: true }), 'LP-1', 'wang', TOLD).hash).to.equal(hash);
  });
});

describe('documents: asked for later', () => {
  const ask = (document: string, who = 'Adjuster Chen') => ({ document, who, why: 'because', at: LATER });

  it('is marked as not in the first list, with who asked and why', () => {
    expect(additions(frozen, [ask('travelTickets')])).to.deep.equal([{ ...ask('travelTickets'), inOriginal: false }]);
  });

  it('what was in it keeps its number, also what depended on a fact', () => {
    const found = additions(frozen, [ask('claimForm'), ask('appraisalOpinion')]);
    expect(found.map(({ inOriginal, n }) => [inOriginal, typeof n])).to.deep.equal([
      [true, 'number'],
      [true, 'number'],
    ]);
  });

  it('is there once, by whom asked first', () =>
    expect(additions(frozen, [ask('summons', 'Chen'), ask('summons', 'Zhao')]).map(({ who }) => who)).to.deep.equal([
      'Chen',
    ]));

  it('new facts need papers that were announced, or were not', () => {
    const appraised = listOf({ ...NOTHING, outpatient: true, disability: true });
    expect(notAnnounced(frozen, appraised)).to.deep.equal([]);
    expect(notAnnounced(frozen, listOf({ ...NOTHING, travelled: true, lawsuit: true }))).to.deep.equal([
      'travelTickets',
      'summons',
      'courtFees',
    ]);
  });
});

describe('documents: what has become of each', () => {
  const on = { document: 'diagnosis', at: LATER };
  const events = {
    received: { type: 'received', ...on },
    accepted: { type: 'accepted', who: 'Chen', ...on },
    blurred: { type: 'unreadable', why: 'blurred', ...on },
    waived: { type: 'notNeeded', why: 'waived', who: 'Chen', ...on },
    unsigned: { type: 'askedAgain', why: 'unsigned', who: 'Chen', ...on },
  } as const satisfies Record<string, PaperEvent>;
  const cases: readonly (readonly [names: string, state: string, why?: string])[] = [
    ['', 'missing'],
    ['received', 'received'],
    ['received blurred', 'unreadable', 'blurred'],
    ['received blurred received', 'received'],
    ['received accepted', 'accepted'],
    ['accepted received', 'accepted'], // a page more
    ['accepted blurred', 'unreadable', 'blurred'],
    ['blurred', 'missing'], // nothing is there to be read
    ['waived', 'notNeeded', 'waived'],
    ['waived received', 'notNeeded', 'waived'],
    ['received unsigned', 'missing', 'unsigned'],
    ['waived unsigned', 'missing', 'unsigned'],
    ['unsigned received', 'received'],
  ];
  for (const [names, state, why] of cases)
    it(`${names || 'nothing'}: ${state}`, () => {
      const given = names
        .split(' ')
        .filter(Boolean)
        .map((name) => events[name as keyof typeof events]);
      const found = stateOf('diagnosis', given);
      expect([found.state, 'why' in found ? found.why : undefined]).to.deep.equal([state, why]);
      expect(stateOf('invoices', given)).to.deep.equal({ state: 'missing' });
    });

  it('says since when and who looked', () =>
    expect(stateOf('diagnosis', [events.received, events.accepted])).to.deep.equal({
      state: 'accepted',
      since: LATER,
      who: 'Chen',
    }));

  it('what has to come yet, in one list: not what depends, nor what is done with', () => {
    const done = frozen.items
      .filter(({ need, document }) => need === 'needed' && document !== 'diagnosis' && document !== 'policy')
      .map(({ document }): PaperEvent => ({ type: 'received', document, at: LATER }));
    const missing = stillMissing(frozen.items, [...done, events.received, events.blurred]);
    expect(missing.map(({ document, state }) => [document, state.state])).to.deep.equal([
      ['policy', 'missing'],
      ['diagnosis', 'unreadable'],
    ]);
    expect(
      stillMissing(frozen.items, [...done, events.waived, { ...events.received, document: 'policy' }]),
    ).to.deep.equal([]);
  });
});
