import { expect } from 'chai';
import { code, pick, reference } from '../../prompts/index.ts';
import { asWhomIn } from '../../understanding/kin.ts';
import { at } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const read = (kind: { read: ReturnType<typeof code>['read'] }, text: string) => kind.read({ text, files: [] }, now);

describe('code', () => {
  const codes: Readonly<Record<string, string>> = {
    '123456': '123456',
    ' 123 456 ': '123456',
    '123-456': '123456',
    '１２３４５６': '123456',
    '验证码是123456，谢谢': '123456',
    一二三四五六: '123456',
    '【理赔】您的验证码 004217，5分钟内有效': '004217',
    'the code is 123456.': '123456',
  };
  for (const [text, digits] of Object.entries(codes))
    it(`reads ${text}`, () => expect(read(code(), text)).to.deep.equal({ kind: 'value', value: digits }));
  it('a phone number is no code, and what is wrong is said', () => {
    expect(read(code(), '13800138000')).to.deep.equal({
      kind: 'problem',
      problem: 'codeLength',
      values: { max: 6, got: 11 },
    });
    expect(read(code(), '12345')).to.deep.include({ problem: 'codeLength', values: { max: 6, got: 5 } });
    for (const text of ['', '没收到', '😭']) expect(read(code(), text)).to.deep.include({ problem: 'notACode' });
  });
});

describe('reference', () => {
  for (const text of ['13800138000', '湘A12345', '报案号 20261124000123', '身份证后四位 003X', '尾号 8000'])
    it(`takes ${text}`, () => expect(reference().read({ text, files: [] }, now).kind).to.equal('value'));
  for (const text of ['', '我不知道', '在哪里', '等一下', '👍', '12'])
    it(`does not take “${text}”`, () => expect(reference().read({ text, files: [] }, now).kind).to.equal('problem'));
});

describe('pick', () => {
  const picked: Readonly<Record<string, number>> = {
    '2': 2,
    第二个: 2,
    二: 2,
    选3: 3,
    最后一个: 3,
    'number 1': 1,
    'the last one': 3,
  };
  for (const [text, n] of Object.entries(picked))
    it(`${text} is ${n}`, () =>
      expect(pick(3).read({ text, files: [] }, now)).to.deep.equal({ kind: 'value', value: n }));
  for (const text of ['4', '0', '都要', '', '13800138000'])
    it(`“${text}” picks none of three`, () => expect(pick(3).read({ text, files: [] }, now).kind).to.equal('problem'));
});

describe('as whom somebody asks', () => {
  const told: Readonly<Record<string, string | undefined>> = {
    我爸的案子到哪一步了: 'child',
    我妈在住院想问问进度: 'child',
    我儿子的案子怎么样了: 'parent',
    我老公被撞了现在到哪了: 'spouse',
    我本人: 'self',
    到哪一步了: undefined,
    'where is my father’s claim, my father was hit': 'child',
  };
  for (const [text, who] of Object.entries(told)) it(`${text}: ${who}`, () => expect(asWhomIn(text)).to.equal(who));
});
