import { expect } from 'chai';
import fc from 'fast-check';
import { afterBundle, BUNDLES, factsKnown, sideOf } from '../../../claims/documents/asking.ts';
import { checklist } from '../../../claims/documents/checklist.ts';
import { isUnchanged } from '../../../claims/documents/freeze.ts';
import { phaseOf } from '../../../claims/documents/phase.ts';
import { isOpen, lastTold, nextList, standingOf } from '../../../claims/documents/told.ts';
import { type CaseFacts, YES_NO } from '../../../claims/documents/types.ts';
import { fold } from '../../../claims/fold.ts';
import type { Report } from '../../../claims/report.ts';
import type { ClaimEvent, JsonObject } from '../../../store/ports.ts';
import { NOTHING } from '../../cases/documents.ts';
import { realLaw as law } from '../../cases/invented.ts';

const FIRST = '2026-11-20T10:00:00+08:00';
const LATER = '2026-11-24T09:00:00+08:00';
const WHOSE = { claim: 'LP-1', side: 'injured' } as const;
const { surgery: _open, ...open } = NOTHING;
const facts: CaseFacts = { ...open, inpatient: true };
const told = nextList(WHOSE, facts, FIRST, law);
if (!told) throw new Error('no list');
const documents = (list = told) => list.list.items.map(({ document }) => document);

describe('papers: the list as it was told', () => {
  it('is of one side, what can be got first stands first, and what may come stands last', () => {
    expect(told).to.include({ version: 1, side: 'injured' });
    expect(documents()).to.not.include('policy');
    const phases = told.list.items
      .filter(({ need }) => need === 'needed')
      .map(({ document }) => phaseOf(document, facts));
    expect(phases).to.deep.equal(
      [...phases].sort((a, b) => 'now leaving later'.indexOf(a) - 'now leaving later'.indexOf(b)),
    );
    expect(told.list.items.at(-1)).to.include({ document: 'operationRecord', need: 'depends' });
  });

  it('is not told twice where nothing has changed', () => {
    expect(nextList(WHOSE, facts, LATER, law, told)).to.equal(undefined);
  });

  it('version 2: the old numbers, the new behind them, which fact brought it, and what is not needed any more', () => {
    const changed: CaseFacts = { ...facts, surgery: true, travelled: true, minor: true };
    const next = nextList(WHOSE, changed, LATER, law, told);
    if (!next) throw new Error('no second list');
    expect(next.version).to.equal(2);
    for (const { n, document } of told.list.items)
      expect(next.list.items.find((item) => item.document === document)?.n, document).to.equal(n);
    expect(next.fresh).to.deep.include({ document: 'operationRecord', because: ['surgery'] });
    expect(next.fresh).to.deep.include({ document: 'travelTickets', because: ['travelled'] });
    expect(Math.max(...next.list.items.map(({ n }) => n))).to.equal(told.list.items.length + 2);
    expect(isUnchanged(next.list)).to.equal(true);
    const back = nextList(WHOSE, { ...changed, travelled: false }, LATER, law, next);
    expect(back?.gone).to.deep.equal(['travelTickets']);
    expect(documents(back)).to.not.include('travelTickets');
  });

  it('the last one of a side counts; a party that became known later has the same list', () => {
    expect(lastTold([told], 'injured', 'v1')).to.equal(told);
    expect(lastTold([{ ...told, party: 'v2' }], 'injured', 'v1')).to.equal(undefined);
    expect(lastTold([told], 'insured')).to.equal(undefined);
  });

  it('asked for later stands behind the list, numbered, with who and why; what was only possible is needed then', () => {
    const asked = { who: 'Chen', why: 'because', at: LATER };
    const rows = standingOf(
      told,
      [],
      [
        { document: 'travelTickets', ...asked },
        { document: 'operationRecord', ...asked },
      ],
    );
    expect(rows.at(-1)).to.deep.include({ n: told.list.items.length + 1, document: 'travelTickets' });
    expect(rows.at(-1)?.added).to.include({ who: 'Chen', why: 'because' });
    expect(rows.find(({ document }) => document === 'operationRecord')).to.include({ need: 'needed' });
    expect(rows.filter(isOpen).map(({ document }) => document)).to.include.members([
      'travelTickets',
      'operationRecord',
    ]);
  });

  it('what came and could not be used is waited for, in the list or not; what came and was taken is not', () => {
    const came = { who: 'Chen', at: LATER };
    const rows = standingOf(
      told,
      [
        { type: 'received', document: 'travelTickets', ...came },
        { type: 'unreadable', why: 'blurred', document: 'travelTickets', ...came },
        { type: 'received', document: 'operationRecord', ...came },
        { type: 'askedAgain', why: 'noStamp', document: 'operationRecord', ...came },
        { type: 'accepted', document: 'diagnosis', ...came },
      ],
      [{ document: 'diagnosis', who: 'Chen', why: 'because', at: LATER }],
    );
    expect(rows.filter(({ waits }) => waits).map(({ document }) => document)).to.have.members([
      'travelTickets',
      'operationRecord',
    ]);
    expect(rows.at(-1)).to.include({ n: told.list.items.length + 1, document: 'travelTickets', need: 'needed' });
    expect(rows.find(({ document }) => document === 'operationRecord')).to.include({ need: 'needed' });
  });
});

describe('papers: facts asked for together', () => {
  it('what was not ticked is not so, unless it may come yet', () => {
    const after = afterBundle({}, ['workInjury', 'surgery', 'inpatient'], ['inpatient']);
    expect(after).to.deep.equal({ workInjury: false, inpatient: true });
  });

  it('every group names facts that there are, none twice within it', () => {
    for (const group of Object.values(BUNDLES)) {
      expect(YES_NO).to.include.members([...group]);
      expect(new Set(group).size).to.equal(group.length);
    }
  });

  it('every fact that a list may lack is in a group, or has a question of its own', () => {
    const asked = new Set<string>([...Object.values(BUNDLES).flat(), 'occupation', 'carer', 'accident']);
    const some = fc.dictionary(fc.constantFrom(...YES_NO), fc.boolean());
    fc.assert(
      fc.property(some, fc.constantFrom('insured' as const, 'injured' as const), (known, side) => {
        for (const fact of checklist(known, '2026-11-20', law, side).ask) expect(asked.has(fact), fact).to.equal(true);
      }),
    );
  });

  it('report and registration tell the day, the insurer’s first; of several injured nothing of the one who asks', () => {
    const injured = [
      { n: 1, state: 'inpatient' },
      { n: 2, state: 'outpatient' },
    ] as const;
    const report = {
      ...{ when: { start: '2026-03-01T10:00:00+08:00' }, where: { road: 'road' }, flags: [], other: { kind: 'car' } },
      ...{ injured, policeCalled: true },
    } as unknown as Report;
    expect(factsKnown(report)).to.deep.equal({ accident: '2026-03-01', offRoad: false, policeHandled: true });
    const registered = { number: 'LP-1', accident: { on: '2026-02-28' }, parties: [], policies: [] };
    expect(factsKnown({ ...report, injured: injured.slice(0, 1) }, registered)).to.include({
      ...{ accident: '2026-02-28', inpatient: true },
    });
    expect(factsKnown({}, registered)).to.deep.equal({ accident: '2026-02-28' });
  });

  it('whose papers: by how it was reported', () => {
    expect(
      ['driver', 'insured', 'injured', 'family', 'other'].map((role) => sideOf(role as Report['role'])),
    ).to.deep.equal(['insured', 'insured', 'injured', 'injured', undefined]);
  });
});

describe('papers: pages that were sent', () => {
  const event = (type: ClaimEvent['type'], data: JsonObject) => ({ type, data, at: 0 }) as unknown as ClaimEvent;
  const filed = (document: string, ...files: string[]) => event('paperFiled', { document, files, at: LATER });
  const states = (...events: ClaimEvent[]) => {
    const { papers = [], filed: pages = [] } = fold(events);
    return { papers: papers.map(({ type, document }) => `${document} ${type}`), pages };
  };

  it('are received as the paper that they were said to be', () => {
    expect(states(filed('diagnosis', 'f1', 'f2')).papers).to.deep.equal(['diagnosis received']);
  });

  it('that turn out to be another paper are that one only', () => {
    const moved = states(filed('diagnosis', 'f1'), filed('invoices', 'f1'));
    expect(moved.papers).to.deep.equal(['invoices received']);
    expect(moved.pages).to.deep.equal([{ document: 'invoices', files: ['f1'], at: LATER }]);
  });

  it('leave the paper there where another page of it stays, and undo nothing that somebody accepted', () => {
    expect(states(filed('diagnosis', 'f1', 'f2'), filed('invoices', 'f1')).papers).to.include('diagnosis received');
    const accepted = event('paperChanged', { change: 'accepted', document: 'diagnosis', at: LATER });
    expect(states(filed('diagnosis', 'f1'), accepted, filed('invoices', 'f1')).papers).to.include('diagnosis accepted');
  });
});
