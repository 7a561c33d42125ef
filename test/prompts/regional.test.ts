/** Words of one region mean what the words of everywhere mean, and what is shown is what was written. */
import { expect } from 'chai';
import { hospital, injury, otherSide, phone, place } from '../../prompts/index.ts';
import { normal } from '../../prompts/normal.ts';
import regional from '../../prompts/regional.json' with { type: 'json' };
import { understand } from '../../understanding/understand.ts';

const now = { at: Date.parse('2026-11-22T10:00:00+08:00') };
const words = Object.entries(regional).flatMap(([common, written]) =>
  written.map((one) => ({ common, word: typeof one === 'string' ? one : one.word })),
);

describe('regional words', () => {
  it('are each the common word, in traditional characters too, and each named once', () => {
    for (const { common, word } of words) expect(normal(`被${word}，`).text, word).to.equal(`被${common},`);
    expect(normal('騎小毛驢').text).to.equal('骑电动车');
    expect(new Set(words.map(({ word }) => word)).size).to.equal(words.length);
  });

  it('are written in simplified characters and hold no common word that would be changed again', () => {
    for (const { common, word } of words) {
      expect(normal(common).text).to.equal(common);
      expect(word).to.match(/^\p{Script=Han}{2,6}$/u);
    }
  });

  it('are left alone where they are part of something else', () => {
    for (const text of ['慢慢游览', '扶手杆断了', '按摩的时候', '慢慢走', '毛驴拉车'])
      expect(normal(text).text).to.equal(text);
  });

  it('lead back to what was written, however long the common word is', () => {
    const written = '在人民路和解放路口被三蹦子撞了，连二杆断了，打13912345678，人在湘雅医院';
    const shown = (found: readonly { readonly span: readonly [number, number] }[]) =>
      found.map(({ span }) => written.slice(...span));
    expect(shown(place().find(written, now))).to.deep.equal(['人民路和解放路口']);
    expect(shown(otherSide().find(written, now))).to.deep.equal(['三蹦子']);
    expect(shown(injury().find(written, now))).to.deep.equal(['连二杆断了']);
    expect(shown(phone().find(written, now))).to.deep.equal(['13912345678']);
    expect(shown(hospital().find(written, now))).to.deep.equal(['湘雅医院']);
    const plain = normal(`x${written}`);
    for (let i = 0; i < plain.text.length; i += 1) {
      const [start, end] = plain.span(i, i + 1);
      expect(start).to.be.within(0, written.length);
      expect(end).to.be.within(start + 1, written.length + 1);
    }
    expect(plain.span(0, plain.text.length)).to.deep.equal([0, written.length + 1]);
  });

  it('are understood', () => {
    expect(understand('我骑个小毛驴遭小车挂了，脚杆断了', now.at).entities).to.deep.include({ injury: ['骨折'] });
    const [mobility, donkey] = ['慢慢游', '三轮车'].map((word) => understand(`${word}和我的车碰了`, now.at).intent);
    expect(mobility).to.equal(donkey);
  });
});
