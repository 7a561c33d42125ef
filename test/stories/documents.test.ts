import { expect } from 'chai';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

describe('材料清单: a story', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newTalk();
  });
  afterEach(() => talk.end());

  it('happy', async () => {
    const report = ordinaryReport.map((x) => (x === '开车的人' ? '伤者家属' : x));
    await talk.sayAll('我要报案', ...report);
    console.log(talk.last.text);
    for (const t of [
      '要准备什么材料',
      '做过手术',
      '医保报了',
      '没有了',
      '误工，有人照顾，可能评残',
      '没有了',
      '每月领工资',
      '家人',
      '出院时要的',
      '看情况的',
      '行驶证',
      '诊断证明',
      '2',
      '住房证明要不要',
    ]) {
      const lines = await talk.say(t);
      console.log('>>', t);
      for (const l of lines)
        console.log('<<', l.key, '|', l.text, '|', l.buttons.map((x) => x.slice(0, 30)).join(' / '));
    }
    for (const [t, n] of [
      ['', 2],
      ['出院小结', 0],
      ['', 1],
      ['', 1],
      ['检查报告', 0],
      ['不是这份', 0],
      ['手术记录', 0],
      ['', 1],
      ['转人工', 0],
      ['还差什么', 0],
    ] as const) {
      const files = [];
      for (let i = 0; i < n; i++) files.push(await talk.addFile());
      const lines = await talk.say(t, n ? { files } : {});
      console.log('>>', t, n);
      for (const l of lines)
        console.log('<<', l.key, '|', l.text, '|', l.buttons.map((x) => x.slice(0, 30)).join(' / '));
    }
    expect(1).to.equal(1);
  });
});
