/** Which paper of the list is meant: by button, by its place among those offered, or by what people call it. */

import { saysUnsure } from './answers-nothing.ts';
import { choice, list } from './choice.ts';
import { type Input, type Kind, type Now, problem, type Read, value } from './kind.ts';
import { paperNames } from './vocabulary-documents.ts';

/** It is none of the list: kept as it is. */
export const NO_PAPER = 'none';

const none = list(
  '都不是, 不是清单里的, 不在清单里, 先存着, 别的, 其他, none of these, not on the list, something else',
);
const words: Readonly<Record<string, readonly string[]>> = { ...paperNames, [NO_PAPER]: none };

/** `offered` are the buttons; any paper of ours may be named, those of `listed` first where a name fits several. */
export function paper(offered: readonly string[], listed: readonly string[]): Kind<string> {
  const own = choice({ name: 'paper', options: [...new Set([...offered, NO_PAPER, ...listed])], words });
  const every = choice({ name: 'paper', options: Object.keys(words), words });
  const read = (input: Input, now: Now): Read<string> => {
    if (input.text === '' && input.files.length > 0) return problem('notAnOption');
    // Somebody at the insurer will see what it is.
    if (saysUnsure(input.text)) return value(NO_PAPER);
    const first = own.read(input, now);
    return first.kind === 'problem' ? every.read(input, now) : first;
  };
  return {
    kind: 'paper',
    find: every.find,
    read,
    accepts: (v): v is string => typeof v === 'string' && Object.hasOwn(words, v),
    choices: [...offered, NO_PAPER],
  };
}

/** The papers that a text names, the longest name first where one stands in another. */
export function papersIn(text: string, listed: readonly string[], now: Now): readonly string[] {
  const found = choice({ name: 'paper', options: Object.keys(paperNames), words: paperNames }).find(text, now);
  const meant = found.map(({ value: first, alternatives = [] }) => {
    return [first, ...alternatives].find((one) => listed.includes(one)) ?? first;
  });
  return [...new Set(meant)];
}
