/** What asks a colleague for special care, and what only sounds like it. */
import { expect } from 'chai';
import { signsIn } from '../../understanding/signs.ts';

const CASES: readonly (readonly [text: string, signs: readonly string[]])[] = [
  ['我收到了法院的传票', ['lawsuit']],
  ['对方的律师发来了律师函', ['lawsuit']],
  ['司机被刑事拘留了', ['criminal']],
  ['医院门口有人说可以代办理赔，抽成两成', ['agent']],
  ['他们起诉我了，检察院也来过', ['lawsuit', 'criminal']],
  ['they sued me and the driver was arrested', ['lawsuit', 'criminal']],
  ['我不想打官司', []],
  ['没有起诉', []],
  ['我右转弯时碰到了直行的电动车', []],
  ['', []],
];

describe('signs in a story', () => {
  for (const [text, signs] of CASES) it(`“${text}”`, () => expect(signsIn(text)).to.deep.equal(signs));
});
