import { expect } from 'chai';
import fc from 'fast-check';
import { hanIn } from '../../prompts/han.ts';

describe('Chinese characters of a text', () => {
  it('are counted, rare ones too, and nothing else is', () => {
    expect(['我撞了人', 'abc 1', '𠮷野家', '〇々', '，。', '\ud842', ''].map(hanIn)).to.deep.equal([
      4, 0, 3, 2, 0, 0, 0,
    ]);
  });

  it('are as many as a list of them has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(hanIn(text)).to.equal(text.match(/\p{Script=Han}/gu)?.length ?? 0);
      }),
    );
  });
});
