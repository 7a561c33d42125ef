import { join } from 'node:path';
import { expect } from 'chai';
import { type ClaimFacts, fold } from '../../claims/fold.ts';
import { progressOf } from '../../claims/progress/progress.ts';
import { DEMO_CLAIMS, seed } from '../../demo/seed.ts';
import { loadCalendar } from '../../law/calendar.ts';
import { loadLaw } from '../../law/load.ts';
import { NOW, newRig, type Rig } from '../api/rig.ts';

const root = join(import.meta.dirname, '../..');
const law = { law: loadLaw(join(root, 'law')), calendar: loadCalendar(join(root, 'law/calendar')) };

describe('demo claims', () => {
  let rig: Rig;
  before(async () => {
    rig = await newRig();
    await seed(rig.app.store, law.law, NOW);
  });
  after(() => rig.stop());

  const factsOf = async (number: string): Promise<ClaimFacts> => {
    const row = await rig.app.store.claimOfInsurer(number);
    return fold(row ? await rig.app.store.events(row.id) : []);
  };
  const standing = async (number: string, person = 'v1') =>
    progressOf(await factsOf(number), { person, side: 'injured' }, NOW, law);

  it('are seeded once', async () => {
    expect(await seed(rig.app.store, law.law, NOW)).to.equal(0);
  });

  it('say in every name that they are a demonstration', async () => {
    for (const { number } of DEMO_CLAIMS)
      for (const { name } of (await factsOf(number)).registered?.parties ?? []) expect(name).to.match(/（演示）$/);
  });

  it('in hospital, with an advance asked for, before the police have decided', async () => {
    const found = await standing('DEMO-0001');
    expect(found).to.include({ stage: 'treatment' });
    expect(found?.beside.map(({ stage }) => stage)).to.deep.equal(['advance', 'determination']);
  });

  it('papers missing: it stands still since then, for these two', async () => {
    const found = await standing('DEMO-0002');
    expect(found?.turn).to.include({ who: 'client', because: 'papers' });
    expect(found?.awaited.map(({ document, state }) => [document, state])).to.have.deep.members([
      ['dischargeSummary', 'missing'],
      ['expenseList', 'unreadable'],
    ]);
  });

  it('overdue: the five days of 交强险条例 29 are over', async () => {
    // 35 days before Tuesday 24 November is 20 October; five days end on Sunday the 25th, so Monday the 26th.
    const due = (await standing('DEMO-0003'))?.due;
    expect(due).to.include({ status: 'due', overdue: true, by: '2026-10-26' });
  });

  it('settled: two people share the limit of 18,000', async () => {
    const { settlements = [] } = await factsOf('DEMO-0004');
    const shares = settlements.map(({ layers }) => Number(layers.compulsory.medical));
    expect(shares).to.deep.equal([12000, 6000]);
    expect(await standing('DEMO-0004', 'v2')).to.include({ stage: 'approval' });
  });
});
