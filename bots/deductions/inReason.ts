/** “那三成哪个定的，哪个来证明？我儿子又没错”, where it is asked why: what she asks is told first, and what says why is kept. */
import { openQuestion, reprompt, withoutTop } from '../../dialogs/runtime.ts';
import { answer } from '../../dialogs/talk.ts';
import type { Input } from '../../prompts/kind.ts';
import { clausesOf, partsOf } from '../../understanding/clauses.ts';
import { asksInDialect, reasonWithin } from '../../understanding/reasons.ts';
import { grantFor } from '../identity/index.ts';
import { proceed, type Scope } from '../scope.ts';
import { asksBeside } from './answered.ts';
import { lineNamed } from './byLine.ts';
import { objects } from './objecting.ts';
import { cutsOf } from './one.ts';
import { seenBy } from './seen.ts';
import { severalSays } from './telling.ts';
import { topicOf } from './topic.ts';
import { wayInClause } from './turns.ts';

/** What she says, without what she asks. */
const saidOf = (text: string): string =>
  partsOf(text)
    .filter((part) => !asksInDialect(part))
    .join('');

/** Shorter ones say why, or nothing. */
const LEAST = 3;

export async function asksInReason(scope: Scope, { text }: Input): Promise<boolean> {
  const { draft, runtime } = scope;
  const topic = topicOf(scope);
  const grant = topic && grantFor(scope, topic.claim);
  const open = openQuestion(runtime, draft.state.talk);
  if (!topic || !grant || !open?.position.ask.name.startsWith('why') || clausesOf(text).length < LEAST) return false;
  await draft.know(grant.claim, scope.deps.store);
  const seen = seenBy(scope, grant);
  if (seen.kind !== 'own') return false;
  const asked = { grant, seen, wish: { what: 'whole' }, before: Number(open.frame.params.n ?? topic.n), text } as const;
  const beside = asksBeside(scope, seen, asked);
  const says = beside.length > 0 ? beside : (severalSays(scope, seen, asked) ?? []);
  if (says.length === 0) return false;
  scope.say(...says);
  const why = reasonWithin(text);
  const cuts = cutsOf(seen.explanation);
  const n = Number(open.frame.params.n ?? topic.n);
  const other = lineNamed(cuts, saidOf(text));
  if (other !== undefined && n > 0 && other !== n) {
    draft.set({ talk: withoutTop(draft.state.talk) });
    const way = wayInClause(text, runtime);
    return objects(scope, { claim: grant.claim, seen, cuts, n: other, more: [n], why, way });
  }
  if (why === undefined) scope.say(...reprompt(runtime, draft.state.talk));
  else await proceed(scope, await answer(runtime, draft.state.talk, { text: why, files: [] }));
  return true;
}
