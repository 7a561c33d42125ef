/** Before a list of papers it is asked whether treatment may be asked about: agreed to by a party, listed, withdrawn. */
import { expect } from 'chai';
import { fold } from '../../claims/fold.ts';
import { verified } from '../support/demo.ts';
import { anotherTalk, type Line, newTalk, type Talk } from '../support/talk.ts';

const keys = (lines: readonly Line[]): string[] => lines.map(({ key }) => key);

async function upToConsent(talk: Talk, wish = '要准备什么材料'): Promise<void> {
  await talk.say(wish);
  while (talk.open?.startsWith('documents.accident')) await talk.say('都没有');
}

describe('consent before papers', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
    await talk.app.seedDemo();
    await verified(talk, 'inHospital', '我妈的案子到哪一步了');
  });
  afterEach(() => talk.end());

  const recorded = async () => {
    const [bound] = await talk.app.store.bindings(talk.conversation);
    if (!bound) throw new Error('no claim is open here');
    return (await talk.app.store.events(bound.claim)).filter(({ type }) => /^consent/.test(type));
  };

  it('is recorded with its words, their version, the language, the time and whose it is', async () => {
    await upToConsent(talk);
    expect(talk.open).to.equal('documents.consent');
    await talk.say('同意');
    expect((await recorded()).length, 'with the list').to.equal(0);
    await talk.say('先看清单');
    const [one] = await recorded();
    expect(one?.data).to.include({ purpose: 'papers', given: true, text: 'documents.consent.ask', version: '1' });
    expect(one?.data).to.have.property('party');
  });

  it('is listed and withdrawn; after that it is asked again', async () => {
    await upToConsent(talk);
    await talk.sayAll('同意', '先看清单');
    await talk.say('我之前同意了什么');
    expect(talk.heard.findLast(({ key }) => key === 'consents.list')?.text).to.include('治疗情况：');
    expect(keys(await talk.say('撤回同意'))).to.include('consents.withdrawn');
    expect(keys(await talk.say('我之前同意了什么'))).to.include('consents.none');
    await upToConsent(talk, '情况变了');
    expect(talk.open).to.equal('documents.consent');
    expect(fold(await recorded()).consents.at(-1)).to.include({ purpose: 'papers', withdrawn: true });
  });

  it('in the middle of the questions it is put again, and a no ends them', async () => {
    await upToConsent(talk);
    await talk.say('同意');
    expect(talk.open).to.equal('documents.treatment.1');
    expect(keys(await talk.say('我同意过什么'))).to.include('consents.asking');
    await talk.say('撤回同意');
    expect(talk.open).to.equal('documents.consent');
    expect(keys(await talk.say('不同意'))).to.include('papers.told');
    expect((await recorded()).map(({ data }) => data.given)).to.deep.equal([false]);
  });

  it('is nothing to somebody else in the same claim, nor to her who has not proved again who she is', async () => {
    await upToConsent(talk);
    await talk.sayAll('同意', '先看清单');
    const other = await anotherTalk(talk);
    expect(keys(await other.say('我之前同意了什么'))).to.include('consents.none');
    talk.clock.at += 40 * 60_000;
    expect(keys(await talk.say('撤回同意'))).to.include('consents.prove');
    expect((await recorded()).map(({ type }) => type)).to.deep.equal(['consentGiven']);
  });
});
