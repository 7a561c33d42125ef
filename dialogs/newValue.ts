/** The value that a correction in words holds for one answer: “地点改成人民路”, “电话错了，是138…”, “是八点半”. */
import { restated } from '../prompts/index.ts';
import type { Input, Kind, Now, Read } from '../prompts/kind.ts';
import type { Json } from '../store/ports.ts';

/** Undefined where the words only say that the answer is wrong, so that it is asked again. */
export function newValueIn(
  kind: Kind<unknown>,
  before: Json | undefined,
  input: Input,
  now: Now,
): Read<unknown> | undefined {
  if (input.text === '') return undefined;
  const amended = before === undefined ? undefined : kind.amend?.(before, input, now);
  if (amended && amended.kind !== 'problem') return amended;
  const words = restated(input.text);
  const said = words === undefined ? undefined : kind.read({ ...input, text: words }, now);
  if (said && said.kind !== 'problem') return said;
  // A sentence about an account is no account.
  const found = kind.kind === 'text' ? [] : kind.find(input.text, now);
  const options = [...new Map(found.map((one) => [JSON.stringify(one.value), one.value])).values()];
  if (options.length > 0) return one(options);
  return said;
}

const one = (options: readonly unknown[]): Read<unknown> =>
  options.length === 1 ? { kind: 'value', value: options[0] } : { kind: 'ambiguous', options };
