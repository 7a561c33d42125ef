/** Where somebody lies, out of a sentence; a bed alone stands in the department that was told before. */
import { expect } from 'chai';
import { bedIn, bedNow } from '../../prompts/index.ts';

describe('prompts: ward', () => {
  for (const [said, bed] of [
    ['现在在市二院骨科', '骨科'],
    ['我爸转到ICU了', 'ICU'],
    ['床号说错了，是15床', '15床'],
    ['换到神经外科三床了', '神经外科三床'],
    ['转院了', undefined],
    ['医院又加了一万五', undefined],
  ] as const)
    it(`“${said}” is ${bed ?? 'none'}`, () => expect(bedIn(said)).to.equal(bed));

  it('a bed alone stays in its department, another department takes its place', () => {
    expect(bedNow('骨科12床', '15床')).to.equal('骨科15床');
    expect(bedNow('骨科12床', 'ICU')).to.equal('ICU');
    expect(bedNow(undefined, '15床')).to.equal('15床');
  });
});
