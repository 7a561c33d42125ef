/** Two lines of one settlement, disagreed with one after the other: what is said of the second is never written into the first. */
import { expect } from 'chai';
import { keys, textOf } from '../support/advance.ts';
import { newDemoTalk, objectionsFiled, recordedIn, verified } from '../support/demo.ts';
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

describe('a mother who asks, and is read right', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
    await verified(talk, 'settlement', '我儿子的进口药你们给扣了，凭什么');
  });
  afterEach(() => talk.end());

  it('what she asks is of the line that she names, whichever was told last', async () => {
    await talk.say('下一条看看');
    const told = await talk.say('进口药大夫明说没有别的药能替，证明写哪几样，还带啥材料，才能把这4200要回来？往哪交？');
    expect(keys(told)).to.include('explanation.doctorsPaper').and.not.include('explanation.proofFault');
    expect(keys(await talk.say('您看岔了，我问的是第1条进口药那4200。证明写哪些内容？为啥还是扣了？'))).to.deep.equal([
      'explanation.doctorsPaper',
      'explanation.again',
    ]);
    expect(textOf(await talk.say('第1条看依据，原文咋说的？'), 'explanation.byAnalogy')).to.include('第 1 条');
  });

  it('counted “第一，第二，”, each reason goes to its line, and one yes sends both', async () => {
    const read = await talk.say(
      '我不同意，我要书面提出来：第一，进口药4200，大夫说没有别的药能替；第二，孩子在非机动车道里骑车没有错，三成责任俺不认',
    );
    expect(textOf(read, 'objection.right.ask'))
      .to.include('“进口药4200，大夫说没有别的药能替”')
      .and.include('“孩子在非机动车道里骑车没有错”');
    await talk.say('对');
    expect((await objectionsFiled(talk)).map(([n, , way]) => [n, way])).to.deep.equal([
      [1, 'recheck'],
      [2, 'recheck'],
    ]);
  });

  it('a list that she asks for is what is done about its line', async () => {
    await talk.sayAll(
      '第1条4200元我不同意，大夫写明没有别的药，请给我逐项清单。第2条14400元我也不同意，孩子好好骑车，没有错',
      '对',
    );
    expect((await objectionsFiled(talk)).map(([n, , way]) => [n, way])).to.deep.equal([
      [1, 'itemisedList'],
      [2, 'recheck'],
    ]);
  });

  it('tired words and sums are no reasons; “一点错都冇得” is of no line 1', async () => {
    const told = await talk.say(
      '你讲这么多我看花了眼。我就问一句,进口药是医生要用的,我们又没挑,这样砍到底对不对?还有那个14400是么子,这么大一笔!',
    );
    expect(keys(told)).to.include.members(['explanation.isItRight', 'explanation.one']);
    expect(textOf(told, 'objection.right.ask'))
      .to.include('“进口药是医生要用的,我们又没挑”')
      .and.not.include('第 2 条');
    const read = await talk.say(
      '不对。两条我都不认!进口药是医生讲非用不可的,没得国产药顶。14400那笔,我崽走斑马线是绿灯,一点错都冇得,凭么子算他三成?',
    );
    expect(textOf(read, 'objection.right.ask')).to.match(/没得国产药顶”[\s\S]*一点错都冇得”/);
  });

  it('hears whether what is not disputed can be paid first, and how she is answered', async () => {
    const told = await talk.say('没争议的31400能不能先付给俺？我没签字，收了这钱算不算我同意了？');
    expect(keys(told)).to.deep.equal(['explanation.partFirst']);
    expect(textOf(told, 'explanation.partFirst')).to.include('31,400').and.include('60 天').and.include('第 25 条');
    expect(await recordedIn(talk, 'corrected'), 'her wish stands in the claim').to.have.length(1);
    expect(keys(await talk.say('你们怎么答复我？'))).to.include('explanation.howAnswered');
    await talk.sayAll('第1条我不同意，药是医生开的', '对', '好');
    expect(keys(await talk.say('是打电话给我还是么样？'))).to.deep.equal(['objection.howAnswered']);
  });

  it('what words mean, and another line, are told while she is asked what to do; nothing joins her reason', async () => {
    const told = await talk.say(
      '这么长一坨,我看得脑壳昏。我只读过小学,你跟我说人话嘛:4200那个进口药,为啥子不给我?啥子叫非医保?药是医生开的,又不是我们自己要起耍的,那这个钱到底哪个给我?',
    );
    expect(keys(told)).to.include('explanation.term.nonMedicare');
    expect(textOf(told, 'objection.right.ask')).to.include('“药是医生开的,又不是我们自己要起耍的”');
    await talk.say('对');
    const more = keys(
      await talk.say(
        '等一哈,我还没搞醒豁。啥子叫非医保,啥子叫强制险、商业险嘛?还有第2条,14400咋个算到我们头上?我娃儿走的是斑马线得嘛,他有啥子错!',
      ),
    );
    expect(more).to.include.members(['explanation.term.compulsory', 'explanation.term.commercial', 'explanation.one']);
    expect(talk.open).to.equal('objectionWay.way');
    expect(keys(await talk.say('莫忙选哪个,先给我看第 2 条'))[0]).to.equal('explanation.one');
    expect(keys(await talk.say('好'))).to.include('objection.agreed_recheck');
    expect((await objectionsFiled(talk))[0]?.[1]).to.equal('药是医生开的,又不是我们自己要起耍的');
  });

  it('“给我找个真人重新看过” of both lines is what is filed, each with its reason', async () => {
    const read = await talk.say(
      '我不同意!第2条:他走斑马线,车该让人,三成不该我们背。第1条:进口药是医生开的,4200也不该砍。两条都给我找个真人重新看过。',
    );
    expect(textOf(read, 'objection.right.ask')).to.include('“进口药是医生开的').and.include('“他走斑马线');
    await talk.say('对');
    expect((await objectionsFiled(talk)).map(([n, , way]) => [n, way])).to.deep.equal([
      [1, 'recheck'],
      [2, 'recheck'],
    ]);
    expect(keys(await talk.say('重新算的结果好久给我?哪个给我答复?要是没得人打来咋个办?'))).to.not.include(
      'objection.why.ask',
    );
  });

  it('in Cantonese: what is not disputed, first', async () => {
    expect(keys(await talk.say('咁冇争议嗰31400先俾我啦 同边个讲 要签字咩'))).to.deep.equal(['explanation.partFirst']);
  });

  it('what is not disputed is no rescue fee, whatever money is spoken of besides', async () => {
    await talk.sayAll('俺不同意 进口药是医生给用的,没别的药。走斑马线还叫俺担三成也不公道 这两条都给俺重新看看', '对');
    expect(await objectionsFiled(talk)).to.have.length(2);
    const told = keys(
      await talk.say('你们重新看这几天 没争的那三万一千四能先给俺不 医院还催着交钱咧 要是明儿六点没人理俺咋弄'),
    );
    expect(told).to.deep.equal(['explanation.partFirst', 'objection.ifSilent']);
    expect(keys(await talk.say('俺问的不是抢救费 是恁算好的那31400 能先打给俺不'))).to.deep.equal([
      'explanation.partFirst',
    ]);
  });

  it('“第1条漏了半句” joins what was read back, “第2条是对的” leaves it', async () => {
    await talk.say(
      '两条我都不同意!第1条:急诊抢救,没有国产的能替代,你们也没证明投保时讲清楚过。第2条:我儿子在非机动车道直行,不该他担三成。',
    );
    const read = textOf(
      await talk.say('不对,第1条漏了半句:还有国产的根本冇得,也要写进去。第2条是对的。'),
      'objection.right.ask',
    );
    expect(read).to.include('没有国产的能替代').and.include('投保时讲清楚过；国产的根本冇得').and.include('直行');
    expect(read).to.not.include('漏了').and.not.include('“对的”');
  });

  it('a question behind two that were filed is no third one, and “俺那是问你话” lets go of what was read back', async () => {
    await talk.sayAll('第1条，进口药是医生开的，俺不认。第2条，俺娃走的是斑马线，不该担三成。', '对');
    const told = keys(await talk.say('那俺们不认的这两样没弄清之前，那31400能不能先给俺们？拿了钱是不是就算认了？'));
    expect(told).to.deep.equal(['explanation.partFirst']);
    await talk.say('我不同意第1条，没有国产的药');
    expect(talk.open).to.match(/^objection\.right/);
    const who = await talk.say('不对，俺那是问你话，不是又不同意。哪个人、哪天前回俺话？要是到时候没人理，俺咋办？');
    expect(keys(who))
      .to.include.members(['objection.stands', 'objection.ifSilent'])
      .and.not.include('objection.right.ask');
  });

  it('who has read a line hears it in fewer words, and which passage of the police paper says who is at fault', async () => {
    await talk.say('还有那14400又是为啥扣的？');
    const told = keys(await talk.say('俺没听懂，走斑马线被撞也要担三成？认定书俺们手里是有，上头要看哪一句？'));
    expect(told).to.include('explanation.readPaper').and.not.include('explanation.one');
    const read = await talk.say(
      '你又把刚才那一大段讲一遍，俺问的没答。俺就是不同意：俺娃走斑马线，三成不该俺们担；进口药是医生开的，没哪个跟俺们讲过要自己掏，这个俺也不认。',
    );
    expect(textOf(read, 'objection.right.ask')).to.include('没哪个跟俺们讲过要自己掏').and.not.include('一大段');
  });

  it('two lines by their reasons alone, each behind “因为”; “先不了” is no reason, and what was let be does not come back', async () => {
    const read = await talk.say('自费药那条我不同意，因为都是抢救用的药；责任那条我也不同意，因为对方闯红灯');
    expect(textOf(read, 'objection.right.ask')).to.match(/“都是抢救用的药”[\s\S]*“对方闯红灯”/);
    await talk.sayAll('不对，我再说', '先不了');
    expect(await objectionsFiled(talk)).to.deep.equal([]);
    await talk.sayAll('第1条我不同意，药是医生开的', '对', '先不了');
    const again = await talk.say('第1条我不同意，没有国产的能替');
    expect(textOf(again, 'objection.right.ask')).to.include('没有国产的能替').and.not.include('药是医生开的');
  });
});
