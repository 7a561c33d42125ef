import { expect } from 'chai';
import { locate } from '../../bots/identity/index.ts';

const cases: readonly [string, object, string | undefined][] = [
  ['261124000123', { number: '261124000123' }, 'phone'],
  ['我的报案号是 261124000123', { number: '261124000123' }, 'phone'],
  ['２６１１２４０００１２３', { number: '261124000123' }, 'phone'],
  ['RDAA2026310000012345', { number: 'RDAA2026310000012345' }, 'phone'],
  ['沪A12345', { plate: '沪A12345' }, 'phone'],
  ['车牌沪a·12345，电话13800000002', { plate: '沪A12345', phone: '13800000002' }, undefined],
  ['手机 138 0000 0002', { phone: '13800000002' }, undefined],
  ['+86 13800000002', { phone: '13800000002' }, undefined],
  ['261124000123 尾号0002', { number: '261124000123', ending: '0002' }, undefined],
  ['身份证后四位 123x', { ending: '123X' }, 'claim'],
  ['我的身份证是 11010119900307123x', { ending: '123X' }, 'claim'],
  ['110101199003071234', { ending: '1234' }, 'claim'],
  ['2026-11-24 出的事', {}, 'claim'],
  ['2611-2400-0123', { number: '2611-2400-0123' }, 'phone'],
  ['picc-2026.12 的案子', { number: 'picc-2026.12' }, 'phone'],
  ['0002', { ending: '0002' }, 'claim'],
  ['到哪一步了', {}, 'claim'],
  ['', {}, 'claim'],
];

describe('what somebody names of a claim', () => {
  for (const [text, named, lacks] of cases)
    it(`“${text}”`, () => expect(locate(text)).to.deep.equal({ named, lacks, heard: Object.keys(named).length > 0 }));

  it('adds to what was named before, and takes its place', () => {
    const before = locate('261124000123').named;
    expect(locate('尾号0002', before)).to.deep.equal({
      ...{ named: { number: '261124000123', ending: '0002' }, lacks: undefined, heard: true },
    });
    expect(locate('261124000999', before).named).to.deep.equal({ number: '261124000999' });
    expect(locate('不知道', before)).to.deep.equal({ named: before, lacks: 'phone', heard: false });
  });
});
