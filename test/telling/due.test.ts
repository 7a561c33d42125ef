/** What the insurer's system promises stands among what is due at the desk, before its time is over. */
import { expect } from 'chai';
import { newTalk, type Talk } from '../support/talk.ts';
import { insurerOf, PARTIES, proves, reported } from './rig.ts';

const BY = '2026-11-26T18:00:00+08:00';
const promise = (over: object = {}) => ({ type: 'promise', what: '核完误工费后回电', by: BY, who: '王敏', ...over });
const rows = async (talk: Talk) =>
  (await talk.app.store.openTickets(50)).filter(({ kind, data }) => kind === 'promise' && data.what !== 'firstContact');

describe('a promise that comes through the API', () => {
  it('has its row as soon as it is made, in the conversation of whom it was made to; kept, it is gone', async () => {
    const { talk, insurer } = await reported();
    await insurer.post(promise());
    const [row, ...more] = await rows(talk);
    expect(more).to.deep.equal([]);
    expect(row).to.include({ conversation: talk.conversation, slot: Date.parse(BY) });
    expect(row?.data).to.include({ who: '王敏', what: '核完误工费后回电' });
    await insurer.post({ type: 'promiseKept', promise: row?.id, who: '王敏' });
    expect(await rows(talk)).to.deep.equal([]);
    await talk.end();
  });

  it('of a claim that no conversation knows stands there once somebody proves who she is, and once only', async () => {
    const talk = await newTalk();
    const insurer = await insurerOf(talk);
    await insurer.put({ parties: PARTIES });
    await insurer.post(promise({ to: 'v1' }));
    await insurer.post(promise({ to: 'v2', what: '寄出材料清单' }));
    expect(await rows(talk)).to.deep.equal([]);
    await proves(talk, '13900000002');
    expect((await rows(talk)).map(({ data }) => data.what)).to.have.members(['核完误工费后回电', '寄出材料清单']);
    const [made] = (await rows(talk)).filter(({ data }) => data.what === '寄出材料清单');
    await insurer.post({ type: 'promiseKept', promise: made?.id, who: '王敏' });
    await proves(talk, '13900000003');
    expect((await rows(talk)).map(({ data }) => data.what)).to.deep.equal(['核完误工费后回电']);
    await talk.end();
  });
});
