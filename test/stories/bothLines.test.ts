/** Two lines of one settlement, disagreed with one after the other: what is said of the second is never written into the first. */
import { expect } from 'chai';
import { keys, textOf } from '../support/advance.ts';
import { newDemoTalk, objectionsFiled, verified } from '../support/demo.ts';
import type { Talk } from '../support/talk.ts';

const DRUGS = '药是医生开的，我们又不懂';

describe('a mother who disagrees with both lines', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
    await verified(talk, 'settlement', '我儿子的进口药你们给扣了，凭什么');
  });
  afterEach(() => talk.end());

  it('her words about a line that was explained meanwhile go along with the first, and one yes files both', async () => {
    await talk.sayAll(`我不服，${DRUGS}`, '对', '另外那一万多为什么又扣三成');
    const kept = await talk.say('我儿子没错，他走的斑马线，我也不同意');
    expect(textOf(kept, 'objection.alsoLineWhy')).to.include('“我儿子没错，他走的斑马线”');
    expect(talk.open).to.equal('objectionWay.way');
    const told = keys(await talk.say('好'));
    expect(told.filter((key) => key === 'objection.agreed_recheck')).to.have.length(2);
    expect((await objectionsFiled(talk)).map(([n, why]) => [n, why])).to.deep.equal([
      [1, DRUGS],
      [2, '我儿子没错，他走的斑马线'],
    ]);
  });

  it('without a why the other one comes next, and is asked about', async () => {
    await talk.sayAll(`我不服，${DRUGS}`, '对', '另外那一万多为什么又扣三成');
    expect(keys(await talk.say('这条我也不服气'))[0]).to.equal('objection.alsoLine');
    expect(keys(await talk.say('请理赔员再核'))).to.include.members(['objection.agreed_recheck', 'objection.nextOne']);
    expect(talk.open).to.match(/^objection\.why/);
  });

  it('a question about that line is answered, and objects to nothing', async () => {
    await talk.sayAll(`我不服，${DRUGS}`, '对', '另外那一万多为什么又扣三成');
    await talk.say('这个七成是哪个定的？');
    await talk.say('好');
    expect((await objectionsFiled(talk)).map(([n]) => n)).to.deep.equal([1]);
  });

  it('hears after the first that the second was not filed, and “也不同意” is of that one', async () => {
    const told = await talk.sayAll(`我不服，${DRUGS}`, '对', '好');
    expect(told.at(-1)?.key).to.equal('objection.unfiled');
    const read = await talk.say('也不同意，我儿子走的斑马线，没错');
    expect(textOf(read, 'objection.right.ask')).to.include('“我儿子走的斑马线，没错”');
    await talk.sayAll('对', '好');
    expect((await objectionsFiled(talk)).map(([n]) => n)).to.deep.equal([1, 2]);
  });

  it('a line that she names by its number is that one', async () => {
    await talk.sayAll(`我不服，${DRUGS}`, '对', '好');
    const read = await talk.say('第1条我还是不同意，医院没有别的药');
    expect(textOf(read, 'objection.right.ask')).to.include('医院没有别的药');
    expect((await objectionsFiled(talk)).map(([n]) => n)).to.deep.equal([1]);
  });
});
