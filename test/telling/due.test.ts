/** What the insurer's system promises stands among what is due at the desk, before its time is over. */
import { expect } from 'chai';
import { anotherTalk, newTalk, type Talk } from '../support/talk.ts';
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

  it('of a claim that no conversation knows stands there once its party proves who she is, there, and once only', async () => {
    const talk = await newTalk();
    const insurer = await insurerOf(talk);
    await insurer.put({ parties: PARTIES });
    await insurer.post(promise({ to: 'v1' }));
    await insurer.post(promise({ to: 'v2', what: '寄出材料清单' }));
    expect(await rows(talk)).to.deep.equal([]);
    await proves(talk, '13900000002');
    const [hers, ...more] = await rows(talk);
    expect(
      more,
      'what was promised to the other stands nowhere where a colleague would write to the wrong person',
    ).to.deep.equal([]);
    expect(hers).to.include({ conversation: talk.conversation });
    expect(hers?.data.what).to.equal('核完误工费后回电');
    const other = await anotherTalk(talk);
    await proves(other, '13900000003');
    expect((await rows(talk)).map(({ conversation, data }) => [conversation, data.what])).to.have.deep.members([
      [talk.conversation, '核完误工费后回电'],
      [other.conversation, '寄出材料清单'],
    ]);
    const again = await anotherTalk(talk);
    talk.clock.at += 120_000;
    await proves(again, '13900000002');
    expect((await rows(talk)).length, 'no second row').to.equal(2);
    await insurer.post({ type: 'promiseKept', promise: hers?.id, who: '王敏' });
    expect((await rows(talk)).map(({ data }) => data.what)).to.deep.equal(['寄出材料清单']);
    await talk.end();
  });
});
