/** How one injured person is, by the words about them. */
import { choice } from './choice.ts';
import { injuredState } from './vocabulary-people.ts';

export type State = (typeof injuredState.options)[number];

export const states = choice(injuredState);
const NOW = { at: 0 };

/** How badly, and nothing of whether a doctor has seen them: that is asked. */
const MILD = /轻伤|皮外伤|擦伤|擦破点?皮|没大碍|(?:不|没多)严重|minor(?= injur)|slight/g;

/** “送医院抢救了”: words that fit several states give way to those that fit one. */
export function stateIn(given: string): State | undefined {
  const words = given.replace(MILD, ' ');
  const found = states.find(words, NOW);
  if (found.length === 0) return undefined;
  const read = states.read({ text: words, files: [] }, NOW);
  if (read.kind === 'value') return read.value;
  const sure = new Set(found.filter(({ alternatives }) => alternatives === undefined).map(({ value }) => value));
  sure.delete('unknown');
  const [only] = sure;
  return sure.size === 1 ? only : undefined;
}
