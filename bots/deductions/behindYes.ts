/** What somebody asks behind her yes to what was read back. */
import { cutWishAnywhere } from '../../understanding/cutWishes.ts';
import { grantFor } from '../identity/index.ts';
import type { Scope } from '../scope.ts';
import { answered } from './answered.ts';
import { seenBy } from './seen.ts';
import { topicOf } from './topic.ts';

/** “对，那个14400又是啥”: what she asks behind her yes; `n`: the line that it was of. */
export async function answersRest(scope: Scope, rest: string, n?: number): Promise<void> {
  const topic = topicOf(scope);
  const wish = cutWishAnywhere(rest);
  const grant = topic && grantFor(scope, topic.claim);
  if (!topic || !wish || !grant || !TELLS.has(wish.what)) return;
  await answered(scope, { grant, seen: seenBy(scope, grant), wish, before: n ?? topic.n, text: rest });
}
const TELLS: ReadonlySet<string> = new Set(['figure', 'number', 'named', 'whole', 'beside', 'term']);
