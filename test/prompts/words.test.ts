/** Kinds that take words and files as they are: text, photo, and “不知道” around any kind. */
import { expect } from 'chai';
import { casualties, count, hospital, orUnknown, phone, photo, place, plate, text, time } from '../../prompts/index.ts';
import { answer, at, file, said, short } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');

describe('prompts: text', () => {
  const kind = text({ min: 2, max: 10 });
  it('is trimmed and otherwise as written', () =>
    expect(answer(kind, '  他突然冲出来 ', now)).to.equal('他突然冲出来'));
  it('says what is wrong', () => {
    expect(answer(kind, ' \n ', now)).to.deep.equal({ problem: 'empty' });
    expect(answer(kind, '撞', now)).to.deep.equal({ problem: 'tooShort', min: 2 });
    expect(answer(kind, '撞'.repeat(11), now)).to.deep.equal({ problem: 'tooLong', max: 10 });
    expect(short(kind.read(said('', { files: [file('a')] }), now))).to.deep.equal({ problem: 'photoInstead' });
  });
});

describe('prompts: text without words', () => {
  const silent = ['😭😭😭', '。。。', '……', '？', '😀', '👍🏻', '!!', '——', '\u200b\u200b', '❤️'];
  it('is no answer, however short one may be', () => {
    for (const words of silent)
      for (const kind of [text({ min: 2 }), text({ min: 1 }), text()])
        expect(answer(kind, words, now), words).to.deep.equal({ problem: 'noWords' });
    for (const words of silent) expect(text().find(words, now), words).to.deep.equal([]);
  });
  it('is one with a single letter or digit in it', () => {
    for (const words of ['3', '③', '好', 'A', '😭撞了', '3床。', 'à', '٣'])
      expect(answer(text({ min: 1 }), words, now), words).to.equal(words);
  });
  it('keeps what was stored before, and “none” where it may be unknown', () => {
    expect(text({ min: 2 }).accepts('😭😭')).to.equal(true);
    for (const words of ['-', '/', '没有']) expect(answer(orUnknown(text()), words, now), words).to.equal('unknown');
    expect(answer(orUnknown(text()), '😭', now)).to.deep.equal({ problem: 'noWords' });
  });
});

describe('prompts: photo', () => {
  it('is the ids of what was sent', () => {
    expect(short(photo().read(said('这是照片', { files: [file('a'), file('b')] }), now))).to.deep.equal(['a', 'b']);
  });
  it('may be none', () => {
    for (const words of ['没有', '没有照片', '稍后', '稍后再发', '跳过', '等会儿再发', 'no photos', 'later', 'skip']) {
      expect(answer(photo(), words, now), words).to.deep.equal([]);
    }
  });
  it('is asked again otherwise', () => {
    for (const words of ['', '好的', '怎么发'])
      expect(answer(photo(), words, now), words).to.deep.equal({ problem: 'noPhoto' });
  });
});

describe('prompts: orUnknown', () => {
  it('takes “不知道” and its like', () => {
    for (const words of [
      '不知道',
      '没记住',
      '车牌没看清',
      '忘了',
      '没有',
      '跳过',
      '唔知',
      "I don't know",
      'skip',
      'not sure',
    ]) {
      expect(answer(orUnknown(plate()), words, now), words).to.equal('unknown');
    }
    expect(answer(orUnknown(phone()), '没留电话', now)).to.equal('unknown');
    expect(answer(orUnknown(hospital()), '不清楚在哪家医院', now)).to.equal('unknown');
    expect(answer(orUnknown(place()), '不知道', now)).to.equal('unknown');
    expect(answer(orUnknown(text({ min: 1 })), '没有', now)).to.equal('unknown');
  });

  it('a real value wins', () => {
    expect(answer(orUnknown(plate()), '没记全，好像是湘A12345', now)).to.equal('湘A12345');
    expect(answer(orUnknown(count()), '没有', now)).to.equal(0);
    expect(answer(orUnknown(casualties()), '没有人受伤，别的不清楚', now)).to.deep.equal({ count: 0, dead: 0 });
    expect(answer(orUnknown(text()), '我不知道怎么说，反正他突然冲出来', now)).to.equal(
      '我不知道怎么说，反正他突然冲出来',
    );
  });

  it('keeps the problems of its kind', () => {
    expect(answer(orUnknown(plate()), '湘A1234', now)).to.deep.equal({ problem: 'plateLength', got: 6 });
  });

  it('offers the answer, accepts it, and amends what was known before', () => {
    const kind = orUnknown(time());
    expect(kind.choices).to.deep.equal(['unknown']);
    expect(kind.accepts('unknown')).to.equal(true);
    const amended = kind.amend?.('unknown', said('前天下午三点'), now);
    expect(amended?.kind).to.equal('value');
    expect(orUnknown(hospital()).amend).to.equal(undefined);
  });
});
