/** What is told of a settlement to whoever has proved who she is. */
import type { ClaimFacts } from '../../claims/fold.ts';
import type { Grant } from '../../claims/identity/types.ts';
import type { Say } from '../../dialogs/say.ts';
import type { ClaimId } from '../../store/ports.ts';
import { cutWishIn, namedIn } from '../../understanding/deductions.ts';
import { figuresIn } from '../../understanding/figureAsked.ts';
import { sentencesOf } from '../../understanding/sentences.ts';
import type { Ending } from '../endings.ts';
import { grantFor } from '../identity/index.ts';
import type { Scope } from '../scope.ts';
import { sendCode } from '../standing/proving.ts';
import { afterCode } from './answered.ts';
import { cutSay, cutsOf, namedCut } from './one.ts';
import { pathOnce } from './path.ts';
import { type Seen, seenBy } from './seen.ts';
import { inSentences } from './telling.ts';
import { setN } from './topic.ts';
import { liableSays, wholeSays } from './whole.ts';

/** After the whole the reason that her words name. */
export function tellNamed(scope: Scope, text: string): void {
  const { cuts: topic } = scope.draft.state;
  const names = namedIn(text);
  const grant = topic?.at === scope.draft.at ? grantFor(scope, topic.claim) : undefined;
  const seen = grant && seenBy(scope, grant);
  if (!names || seen?.kind !== 'own') return;
  const cuts = cutsOf(seen.explanation);
  const cut = namedCut(cuts, names);
  if (!cut) return;
  setN(scope, cut.n);
  scope.say(cutSay(cut, cuts.length));
}

/** What is told to whoever has proved who she is; `asked`: what she had asked before that. */
export async function deductionsTold(scope: Scope, grant: Grant, asked?: string): Promise<Ending> {
  const { draft, deps } = scope;
  await draft.know(grant.claim, deps.store);
  const seen = seenBy(scope, grant);
  draft.set({ looksAt: grant.claim as ClaimId });
  if (seen.kind === 'stale') return provedAnew(scope, grant, asked);
  if (seen.kind === 'own' || seen.kind === 'liable') draft.set({ cuts: { claim: grant.claim, at: draft.at, n: 0 } });
  const says = asked && afterCode(scope, grant, seen, asked);
  if (says) return { says };
  const figures = figuresAsked(scope, grant, seen, asked);
  const more = figures.length > 0 ? figures : lineSays(scope, seen, asked);
  return { says: [...saysOf(seen, draft.facts.get(grant.claim)), ...more] };
}

/** “信里的12000、29400和70%从哪里来”, asked before the code. */
function figuresAsked(scope: Scope, grant: Grant, seen: Seen, text = ''): readonly Say[] {
  if (seen.kind !== 'own' || !sentencesOf(text).some((one) => figuresIn(one).length > 1)) return [];
  return inSentences(scope, seen, { grant, seen, wish: { what: 'whole' }, before: 0, text });
}

/** The line that she had asked about before anything was known of her, and what she can do about it. */
function lineSays(scope: Scope, seen: Seen, asked = ''): readonly Say[] {
  if (seen.kind !== 'own') return [];
  const { toldOf } = scope.draft.state;
  const names = namedIn(asked) ?? (toldOf === undefined ? undefined : { codes: [toldOf], items: [] });
  const wish = cutWishIn(asked);
  const n = wish?.what === 'object' ? wish.n : undefined;
  const cuts = cutsOf(seen.explanation);
  const cut = cuts.find((one) => one.n === n) ?? (names && namedCut(cuts, names));
  if (!cut) return [];
  setN(scope, cut.n);
  return [cutSay(cut, cuts.length), ...pathOnce(scope)];
}

function saysOf(seen: Seen, facts: ClaimFacts | undefined): readonly Say[] {
  if (seen.kind === 'own') return wholeSays(seen);
  if (seen.kind === 'liable') return liableSays(seen);
  if (seen.kind === 'notYet') {
    const number = { kind: 'number', answer: facts?.registered?.number ?? facts?.number ?? '' };
    return [{ key: 'explanation.notYet', values: { number }, quick: ['progress', 'human'] }];
  }
  return [{ key: 'explanation.notYours', quick: ['human'] }];
}

/** Sums are for whoever has proved it a moment ago. */
function provedAnew(scope: Scope, { phone }: Grant, asked?: string): Promise<Ending> | Ending {
  if (phone === undefined) return { says: [{ key: 'progress.settledLater', quick: ['human'] }] };
  const said = asked === undefined ? {} : { said: { asked } };
  return sendCode(scope, { wish: 'deductions', named: { phone }, as: 'self', ...said });
}
