/** What is heard of money for treatment, in people's own words; near misses are none of it. */
import { expect } from 'chai';
import { type AdvanceAsked, advanceAsked } from '../../understanding/advance.ts';

const heard = (text: string, speaking = false): AdvanceAsked | undefined => advanceAsked(text, speaking);

const MEANT: Readonly<Record<AdvanceAsked, readonly string[]>> = {
  wish: [
    '能不能请你们先垫一点',
    '钱不够做手术了',
    '医院那边停药了催我们交',
    '申请垫付',
    '预付怎么办',
    'can you pay the hospital first',
  ],
  status: [
    '垫付的钱打给医院了吗',
    '抢救费批了没有',
    '预付到账没',
    'has the advance been paid',
    'was the advance approved',
  ],
  keep: [
    '我撞了人，已经垫了三万，家属还要，怎么办',
    '我还得继续给他垫吗',
    '家属每天来要钱',
    '不垫行不行',
    '我需要垫付吗',
    'do i have to keep paying',
    'they ask for money every day',
  ],
  back: [
    '我垫了3万',
    '我给了5000现金',
    '垫了两万，能不能从保险里扣',
    '我先付的住院费，以后能退吗',
    '我垫的钱算谁的',
    'do I get the money back, I paid the hospital',
  ],
  mine: ['我一共垫了多少', '垫付明细', '保险公司垫了多少', 'how much have I paid'],
  first: ['垫付一般要多久', '先走哪条路', 'Which way first?'],
  amount: ['能垫多少', '金额怎么定', '批得太少了', 'How is the amount set?'],
  next: [],
  papers: ['这条路要的材料', 'Papers for this way'],
  stops: [],
  proof: [],
  reply: ['怎么回家属', '怎么跟家属说', 'What to tell the family?'],
  change: ['改垫付申请', 'Change the request'],
  after: [],
  payee: [],
  whatNow: [],
  withdraw: ['取消垫付', '把垫付申请撤了吧', '钱凑到了，不用垫了', 'cancel the request'],
  route: ['救助基金怎么申请', '医保能先付吗', '先予执行是什么'],
};

describe('understanding: money for treatment', () => {
  for (const [asked, texts] of Object.entries(MEANT))
    for (const text of texts) it(`“${text}” asks ${asked}`, () => expect(heard(text)).to.equal(asked));

  it('a button that names the money is understood wherever it is said', () => {
    expect(heard('垫钱要留好什么', false)).to.equal('proof');
  });

  it('short words count only while it is spoken of', () => {
    for (const [text, asked] of [
      ['还有别的办法吗', 'next'],
      ['什么情况不行', 'stops'],
      ['要留哪些凭证', 'proof'],
      ['Any other way?', 'next'],
      ['那你们帮我申请吧', 'wish'],
    ] as const) {
      expect(heard(text, true), text).to.equal(asked);
      expect(heard(text, false), text).to.equal(undefined);
    }
  });

  for (const text of [
    ...['我垫付了五千，票都在', '对方没钱赔怎么办', '保费没钱交', '他要回家了', '什么时候赔', '', '长'.repeat(5000)],
    ...['I paid the tow truck', '我的车修了多少钱', '他说我不用管'],
  ])
    it(`“${text.slice(0, 20)}” is none of it`, () => expect(heard(text)).to.equal(undefined));
});
