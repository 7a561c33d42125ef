import { expect } from 'chai';
import { DOCUMENTS } from '../../claims/documents/rules/index.ts';
import { paper, papersIn, SKIP, several } from '../../prompts/index.ts';
import { paperNames } from '../../prompts/vocabulary-documents.ts';
import { caseFact } from '../../prompts/vocabulary-papers.ts';
import { factsSaid, paperWishIn } from '../../understanding/papers.ts';

const now = { at: Date.parse('2026-11-24T10:00:00+08:00') };
const facts = several({
  name: 'caseFact',
  options: ['outpatient', 'inpatient', 'surgery', 'medicalInsurancePaid', 'workInjury'] as const,
  words: caseFact,
});
const read = (text: string): unknown => {
  const found = facts.read({ text, files: [] }, now);
  return found.kind === 'value' ? found.value : found.kind;
};

describe('prompts: several answers at once', () => {
  const said: readonly (readonly [string, unknown])[] = [
    ['1、3', ['outpatient', 'surgery']],
    ['1和3', ['outpatient', 'surgery']],
    ['选2 4', ['inpatient', 'medicalInsurancePaid']],
    ['第2个', ['inpatient']],
    ['6', []],
    ['7', SKIP],
    ['8', 'problem'],
    ['1、9', 'problem'],
    ['住院了，开了刀', ['inpatient', 'surgery']],
    ['没住院，看了门诊', ['outpatient']],
    ['做过手术', ['surgery']],
    ['没有了', []],
    ['都没有', []],
    ['没有', []],
    ['就这些', []],
    ['都有', ['outpatient', 'inpatient', 'surgery', 'medicalInsurancePaid', 'workInjury']],
    ['不知道', SKIP],
    ['说不准，先看清单', SKIP],
    ['had an operation, in hospital', ['surgery', 'inpatient']],
    ['no more', []],
    ['not sure, show the list', SKIP],
    ['住院能报多少？', 'problem'],
    ['今天天气不错', 'problem'],
    ['', 'problem'],
    ['长'.repeat(5000), 'problem'],
  ];
  for (const [text, wanted] of said)
    it(`“${text.slice(0, 30)}”`, () => {
      const got = read(text);
      if (Array.isArray(wanted) && Array.isArray(got)) expect(got).to.have.members(wanted);
      else expect(got).to.deep.equal(wanted);
    });

  it('takes back what was stored, and nothing else', () => {
    expect(facts.accepts(['surgery'])).to.equal(true);
    expect(facts.accepts([])).to.equal(true);
    expect(facts.accepts(SKIP)).to.equal(true);
    for (const bad of [['lostIncome'], 'surgery', null, [1]]) expect(facts.accepts(bad)).to.equal(false);
  });
});

describe('prompts: which paper', () => {
  const kind = paper(['diagnosis', 'invoices'], ['diagnosis', 'invoices', 'insuredId']);
  const which = (text: string): unknown => {
    const found = kind.read({ text, files: [] }, now);
    return found.kind === 'value' ? found.value : found.kind;
  };

  it('every paper of the rules has names, and every name stands for a paper of the rules', () => {
    expect(Object.keys(paperNames).sort()).to.deep.equal(DOCUMENTS.map(({ id }) => id).sort());
  });

  for (const [text, wanted] of [
    ['诊断证明', 'diagnosis'],
    ['2', 'invoices'],
    ['3', 'none'],
    ['都不是', 'none'],
    ['出院小结', 'dischargeSummary'],
    ['是手术记录', 'operationRecord'],
    ['discharge summary', 'dischargeSummary'],
    ['不知道', 'none'],
    ['今天好冷', 'problem'],
  ] as const)
    it(`“${text}”`, () => expect(which(text)).to.equal(wanted));

  it('a name that fits several means the one on the list', () => {
    expect(papersIn('发票', ['invoices'], now)).to.deep.equal(['invoices']);
    expect(papersIn('把被保险人身份证发来', ['insuredId'], now)).to.deep.equal(['insuredId']);
  });
});

describe('understanding: what is wanted of the papers', () => {
  const said: readonly (readonly [string, string | undefined])[] = [
    ['要准备什么材料', 'list'],
    ['需要哪些资料？', 'list'],
    ['材料要交哪些', 'list'],
    ['我该准备些什么', 'list'],
    ['伤者住院要准备什么材料啊', 'list'],
    ['what documents do I need', 'list'],
    ['还差什么', 'missing'],
    ['还缺哪些材料', 'missing'],
    ['材料齐了吗', 'missing'],
    ['what is missing?', 'missing'],
    ['误工怎么证明', 'lostIncome'],
    ['误工费要什么证明', 'lostIncome'],
    ['how do I prove lost income', 'lostIncome'],
    ['这张是什么', 'whatIsThis'],
    ['刚才那张是什么材料', 'whatIsThis'],
    ['which paper is this', 'whatIsThis'],
    ['情况变了', 'changed'],
    ['出院时要的', 'leaving'],
    ['诊断证明去哪开', 'item diagnosis'],
    ['出院小结要原件吗', 'item dischargeSummary'],
    ['where do I get the diagnosis?', 'item diagnosis'],
    ['第3份', 'number 3'],
    ['这张是诊断证明', 'file diagnosis'],
    ['this is the discharge summary', 'file dischargeSummary'],
    ['我的车撞了', undefined],
    ['还差多少钱', undefined],
    ['什么时候赔', undefined],
    ['他把诊断证明弄丢了', undefined],
    ['我在医院等结果', undefined],
    ['要准备什么材料'.repeat(20), undefined],
  ];
  for (const [text, wanted] of said)
    it(`“${text.slice(0, 30)}”: ${wanted ?? 'nothing'}`, () => {
      const wish = paperWishIn(text, ['diagnosis', 'dischargeSummary'], now);
      const more = wish && 'document' in wish ? ` ${wish.document}` : wish && 'n' in wish ? ` ${wish.n}` : '';
      expect(wish && `${wish.what}${more}`).to.equal(wanted);
    });

  it('hears what the wish itself tells', () => {
    expect(factsSaid('伤者住院做了手术，要什么材料', now)).to.deep.equal(['inpatient', 'surgery']);
    expect(factsSaid('要准备什么材料', now)).to.deep.equal([]);
    expect(factsSaid('没住院，要什么材料', now)).to.deep.equal([]);
  });
});
