/** “能不能打官司？要花多少钱？钱几号到？”: several questions about a settlement in one message, each in a clause of its own. */
import { clausesOf } from './clauses.ts';
import type { TalkWish } from './talkLabels.ts';
import { clauseWish } from './talkWish.ts';

const SHORTEST = 3;
/** More at once is read by nobody on a phone. */
const MOST = 3;

/** The clauses that ask, by their wishes, in order; empty unless at least two ask different things and none tells why something is wrong. */
export function questionsIn(text: string, asked: ReadonlySet<TalkWish>): readonly string[] {
  const clauses = clausesOf(text);
  const wishes = clauses.map((clause) => (clause.length >= SHORTEST ? clauseWish(clause, 'settlement') : undefined));
  if (wishes.some((wish) => wish === 'reason' || wish === 'object' || wish === 'paid')) return [];
  const found = clauses.filter((_, i) => {
    const wish = wishes[i];
    return wish !== undefined && asked.has(wish) && wishes.indexOf(wish) === i;
  });
  return found.length < 2 ? [] : found.slice(0, MOST);
}
