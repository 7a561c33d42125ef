/** Texts without the signs that a pattern needs are not searched: no match may be lost by that. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { at, canMatch, FirstOf, matches, patternsKnown, SignClass } from '../../prompts/matches.ts';
import { signsOf } from '../../prompts/pattern-signs.ts';
import { intentOf, understand } from '../../understanding/understand.ts';

const material = join(import.meta.dirname, '../../understanding/material');
const NOW = Date.parse('2026-11-22T10:00:00+08:00');
/** Every so many sentences of all that there are. */
const EVERY = 40;
const texts = readdirSync(material)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(join(material, file), 'utf8').split('\n').filter(Boolean))
  .map((line) => (JSON.parse(line) as { text: string }).text)
  .filter((_, i) => i % EVERY === 0);
const words = (signs: ReadonlySet<number> | undefined) =>
  signs && [...signs].map((code) => String.fromCharCode(code)).join('');
const needsOf = (pattern: RegExp) => signsOf(pattern).needs.map(words);

describe('signs that a pattern needs', () => {
  it('are the rarest that stand in every match', () => {
    expect(needsOf(/没(?:有)?骨折/)).to.deep.equal(['骨', '折']);
    expect(needsOf(/甲乙|丙丁/)).to.deep.equal(['甲丙', '乙丁']);
    expect(needsOf(/[甲乙]{2}丙?/)).to.deep.equal(['甲乙']);
    expect(needsOf(/x(?=甲)/i)).to.deep.equal(['xX']);
    expect(needsOf(/(?<name>甲)\u4e59/)).to.deep.equal(['甲', '乙']);
  });

  it('are none where it is not sure', () => {
    for (const pattern of [/甲?/, /[^甲]/, /./, /甲|/, /(?<=甲)/, /\p{L}甲/u, /[一-鿿]/])
      expect(needsOf(pattern)).to.deep.equal([]);
  });

  it('begin a match where it cannot be empty', () => {
    expect(words(signsOf(/甲?乙|\d丙/).begins)).to.equal('甲乙0123456789');
    expect(words(signsOf(/(?<!丁)(?:甲|乙){0,2}丙/).begins)).to.equal('甲乙丙');
    for (const pattern of [/甲?/, /(?:甲|[^乙])丙/, /(甲)?\1/]) expect(signsOf(pattern).begins).to.equal(undefined);
  });
});

describe('matches', () => {
  before(() => {
    for (const text of texts) understand(text, NOW);
  });

  it('of every pattern of the product are those that it finds by itself', function () {
    this.timeout(60_000);
    expect(patternsKnown().length).to.be.greaterThan(150);
    for (const pattern of patternsKnown()) {
      const own = new RegExp(pattern.source, pattern.flags);
      for (const text of texts.filter((_, i) => i % 3 === 0)) {
        if (pattern.global) expect(matches(pattern, text), pattern.source).to.deep.equal([...text.matchAll(own)]);
        else if (pattern.sticky)
          expect(
            founds(text, (place) => at(pattern, text, place)),
            pattern.source,
          ).to.deep.equal(founds(text, (place) => stuck(own, text, place)));
        else if (own.test(text)) expect(canMatch(pattern, text), pattern.source).to.equal(true);
      }
    }
  });

  it('of a class of signs are told for every place, also before and behind the text', () => {
    const places = [-1, 0, 1, 2, 3];
    const letters = new SignClass(/[a-z甲]/);
    expect(places.map((place) => letters.at('x甲1', place))).to.deep.equal([false, true, true, false, false]);
  });

  it('of several patterns are those of the first that matches', () => {
    const list = new FirstOf([
      [/甲乙/y, 'both'],
      [/[甲丙]/y, 'one'],
      [/丙丁/y, 'never'],
    ]);
    const told = (text: string, place: number) => list.at(text, place)?.means;
    expect([
      told('甲乙', 0),
      told('甲', 0),
      told('丙丁', 0),
      told('丁', 0),
      told('甲', 1),
      told('乙丙', 1),
    ]).to.deep.equal(['both', 'one', 'one', undefined, undefined, 'one']);
  });

  it('that may begin with anything are refused in a class or a list', () => {
    expect(() => new SignClass(/[^甲]/)).to.throw(RangeError);
    expect(() => new FirstOf([[/甲?/y, 1]])).to.throw(RangeError);
  });

  it('need no pattern that is made anew for every text', () => {
    const known = patternsKnown().length;
    for (const text of texts) understand(text, NOW);
    expect(patternsKnown().length).to.equal(known);
    expect(known).to.be.lessThan(900);
  });

  it('do not depend on what was read before', () => {
    const alone = texts.slice(0, 50).map((text) => intentOf(text));
    for (const text of texts) intentOf(text);
    expect(texts.slice(0, 50).map((text) => intentOf(text))).to.deep.equal(alone);
  });
});

const founds = (text: string, find: (place: number) => RegExpExecArray | undefined) =>
  Array.from(text, (_, place) => find(place)?.[0]);

function stuck(pattern: RegExp, text: string, place: number): RegExpExecArray | undefined {
  pattern.lastIndex = place;
  return pattern.exec(text) ?? undefined;
}
