/** What a claimant reads of an estimate is true of his case: who paid, why, whom, and who knows what is missing. */
import { join } from 'node:path';
import { expect } from 'chai';
import type { Case, Vehicle } from '../../claims/compensation/case.ts';
import { estimate } from '../../claims/compensation/estimate.ts';
import { explain } from '../../claims/compensation/explain.ts';
import { resultOf } from '../../claims/compensation/result.ts';
import { STATISTICS } from '../../law/statistics.ts';
import { explained, noted, type SentenceOf, worded } from '../../locales/estimate.ts';
import { missingText } from '../../locales/estimate-missing.ts';
import { createRenderer, type Lang, languages } from '../../locales/render.ts';
import { car, dead, disabled, HUNAN, of, person, sum, unmeasured } from '../cases/case.ts';
import { realLaw as law } from '../cases/invented.ts';

const words = createRenderer(join(import.meta.dirname, '../../locales'), { insurer: '', hotline: '' });
const sentenceIn =
  (lang: Lang): SentenceOf =>
  (key, values) =>
    words.sentence(lang, key, values);
const zh = sentenceIn('zh-CN');
const text = (given: Case, sentence: SentenceOf = zh): string =>
  explained(explain(estimate(given, law), given, law, worded(sentence)), sentence);
const by = (vehicle: Partial<Vehicle>, fault = 'primary', items = {}): Case =>
  of(person({ medical: sum('65000'), ...items }), { vehicles: [car('A', fault, vehicle)] });

describe('explanations: who pays what, and why', () => {
  // 条例 22: 5,000 of property, 2,000 of it within the limit, are the drunk driver's, whose car is insured.
  it('property after drink: the reason is the exclusion, not want of cover', () => {
    const said = text(by({ exclusion: 'drunk' }, 'primary', { property: sum('5000') }));
    expect(said).to.include('2,000 元：交强险这时不赔财物、由责任人赔的').and.include('只赔人身损失，不赔财物');
    expect(said)
      .to.match(/A 车有饮酒、吸毒后开车的情况.*按商业险不赔算/)
      .and.not.match(/没有交强险|该买交强险没买/);
  });

  it('recourse after drink, without a licence, on purpose; not after flight; a stolen car is told apart', () => {
    const stolen = text(by({ exclusion: 'stolen' }));
    expect(stolen).to.include('偷车、抢车').and.include('抢救费').and.not.include('交强险先赔的');
    for (const exclusion of ['drunk', 'unlicensed', 'intent'] as const)
      expect(text(by({ exclusion })), exclusion).to.include('再找责任人要回');
    expect(text(by({ exclusion: 'flight' })))
      .to.include('逃逸')
      .and.not.include('要回');
  });

  it('without cover nobody insured paid the 18,000; beside an insured car both did', () => {
    const said = text(by({ compulsory: { insured: false } }));
    expect(said).to.include('18,000 元：限额内由责任人赔的').and.not.include('交强险先赔的');
    const two = of(person({ medical: sum('65000') }), {
      vehicles: [car('A', '0.6'), car('B', '0.2', { compulsory: { insured: false } })],
    });
    expect(text(two)).to.include('36,000 元：限额内先赔的（有的由保险赔，有的由责任人赔）');
  });

  it('why a car does not pay whom it carries, and who drives it', () => {
    const rides = (as: 'passenger' | 'driver'): string =>
      text(
        of(person({ medical: sum('65000') }, { rides: { vehicle: 'A', as } }), {
          vehicles: [car('A', '0.6'), car('B', '0.4')],
        }),
      );
    expect(rides('passenger')).to.match(/A 车上的乘客不是.*“第三者”/);
    expect(rides('driver'))
      .to.match(/A 车的驾驶人不是.*“第三者”/)
      .and.include('他自己那份责任');
  });

  it('where everything is paid by the other side, section four says so', () => {
    const said = text(by({}, 'full'));
    expect(said).to.include('四、有没有不由对方赔的').and.include('损失全部由对方（保险和责任人）付');
    expect(text(by({})))
      .to.include('四、为什么不是全由对方赔')
      .and.not.include('损失全部由对方');
  });

  it('a share that was given as whole or none is not called “not given”', () => {
    expect(text(by({}, 'full')))
      .to.include('全责按 100% 算')
      .and.not.include('没有给出比例');
    expect(text(by({}, 'primary'))).to.match(/没有给出比例.主责按 70% 算/);
  });
});

describe('explanations: whom', () => {
  const families = of([dead({ death: {} }, { id: 'v1' }), dead({ death: {} }, { id: 'v2' })], {
    vehicles: [car('A', '0.7')],
  });

  it('a death: the family', () => {
    const said = text(of(dead({ death: {} }), { vehicles: [car('A', '0.7')] }));
    expect(said).to.include('付给死者家属：').and.include('④ 留在死者家属自己身上').and.not.include('伤者');
    const both = text(families);
    expect(both).to.include('付给死者 v1 的家属：').and.include('死者 v2 的家属：').and.not.include('伤者');
  });

  it('an injury, things only, and several of a kind', () => {
    expect(text(by({})))
      .to.include('付给伤者：')
      .and.include('④ 留在伤者自己身上');
    const things = person({ property: sum('5000') }, { id: 'v2', outcome: 'property' });
    expect(text(of(things)))
      .to.include('付给财物受损的人：')
      .and.not.include('伤者');
    const mixed = of([dead({ death: {} }, { id: 'v1' }), person({ medical: sum('9000') }, { id: 'v2' }), things]);
    const victims = [mixed.victims[0], mixed.victims[1]].flatMap((one) => one ?? []);
    const said = text({ ...mixed, victims, vehicles: [car('A', '0.7')] });
    expect(said).to.include('付给死者 v1 的家属').and.include('付给伤者 v2').and.include('④ 留在受害各方自己身上');
  });
});

describe('explanations: numbers and what is missing', () => {
  it('the age beside its years, the year beside its statistic, readable fractions, no text “无”', () => {
    const given = unmeasured(of(disabled({ disability: { grades: [10] }, hospitalMeals: { days: 7 } }, { age: 67 })));
    const said = text({ ...given, region: '广西' });
    expect(said).to.include('13 年：67 岁，按年龄算的年数').and.include('城镇居民人均可支配收入，2024 年');
    const [one, two] = [person({ medical: sum('7000') }), person({ medical: sum('14001') }, { id: 'v2' })];
    expect(text(of([one, two]))).to.include('× 7,000/21,001');
    expect(text(by({}, 'full', { lostIncome: { days: 9, perYear: '60000' } })))
      .to.include('计算惯例（')
      .and.not.match(/无（|》无/);
  });

  it('a step says the lesser of two in words', () => {
    const lostIncome = { months: 2, perMonth: '6000', stillPaid: '6500' };
    const done = estimate(of(person({ lostIncome })), law);
    const [row] = (resultOf(done, law, noted(zh)) as { readonly items: readonly { readonly steps: string[] }[] }).items;
    expect(row?.steps[0]).to.equal('(6,000 − （6,500 和上限 6,000 里小的那个）) × 2');
  });

  it('every statistic has its words in every language, and comes from a court or the statistics office', () => {
    for (const lang of languages)
      for (const name of Object.keys(STATISTICS)) {
        const parameter = `stats.${name}`;
        const said = missingText({ kind: 'figure', parameter, date: '2026-03-01', region: '湖南' }, sentenceIn(lang));
        expect(said, name)
          .to.match(/统计部门|statistics office/)
          .and.not.match(/stats|estimate\.|onPost|practitioner/);
      }
  });

  it('a rule is for an adjuster or a lawyer, a limit for the insurer', () => {
    const who = (parameter: string): string => missingText({ kind: 'figure', parameter, date: '2007-05-01' }, zh);
    for (const rule of [
      'cover.dooring',
      'limb.medical',
      'compulsory.recourse.property',
      'fault.primary',
      'award.years.floor',
    ])
      expect(who(rule), rule).to.include('请理赔员或律师看').and.not.include(rule);
    expect(who('compulsory.medical.limit.noFault')).to.include('限额').and.include('请向保险公司问');
    expect(who('practice.wageSeries')).to.include('法院');
    expect(who('some.rule')).to.not.include('some');
  });

  it('a missing fact says who has it', () => {
    const said = text(of(disabled({ disability: { grades: [9, 10] }, mentalDistress: {} }), { standards: HUNAN }));
    expect(said).to.include('看鉴定和法院').and.include('看协商或法院');
  });
});
