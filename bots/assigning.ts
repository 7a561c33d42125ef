/** To whom of the staff a report is given, and when a person has spoken with whoever made it. Events of the claim tell of both. */
import { assign, type Candidate, type ToAssign } from '../claims/assign.ts';
import { type Report, severityKnown } from '../claims/report.ts';
import { StoreUnavailable } from '../store/errors.ts';
import type { ClaimId, JsonObject } from '../store/ports.ts';
import { branchOf } from '../understanding/branch.ts';
import type { Adjuster, DeskResult } from './acts.ts';
import { placed } from './branch.ts';
import type { TurnDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import type { Scope } from './scope.ts';

type Who = Pick<Candidate, 'id' | 'name'>;
type Deps = Pick<Scope, 'deps' | 'draft'>;

/** In the turn that files the report. */
export async function giveOut({ deps, draft }: Deps, claim: ClaimId): Promise<void> {
  const report = reportOf(draft, claim);
  const branch = branchOf(placed(report), deps.service.branches);
  given(draft, claim, await chosen(deps, draft, report, branch), branch, 'system');
}

/** Her own choice, or the program's where it is null. */
export async function reassign(
  { deps, draft }: Deps,
  { to, claim: wanted }: { readonly to: Adjuster | null; readonly claim?: ClaimId },
): Promise<DeskResult | undefined> {
  const claim = wanted ?? draft.state.claim?.id;
  const theirs = await deps.store.contactsOf(draft.conversation.id);
  if (!claim || (claim !== draft.state.claim?.id && !theirs.some((one) => one.claim === claim)))
    return { status: 'invalid', what: 'nothing was reported' };
  await draft.know(claim, deps.store);
  const report = reportOf(draft, claim);
  const before = draft.facts.get(claim)?.assigned;
  const branch = before?.branch ?? branchOf(placed(report), deps.service.branches);
  const who = to ?? (await chosen(deps, draft, report, branch));
  if (before && before.to === (who?.id ?? null)) return { status: 'done' };
  given(draft, claim, who, branch, to ? 'adjuster' : 'system');
  return undefined;
}

/** The place was corrected before anybody has called: where it belongs, and whose it is, may be another now. */
export async function replaced({ deps, draft }: Deps, claim: ClaimId): Promise<void> {
  const { assigned, contacted } = draft.facts.get(claim) ?? {};
  if (!assigned || contacted) return;
  const report = reportOf(draft, claim);
  const branch = branchOf(placed(report), deps.service.branches);
  if (branch === null || branch === assigned.branch) return;
  given(draft, claim, await chosen(deps, draft, report, branch), branch, 'system');
}

/** Words of a colleague, or a call that was noted: the first counts, for all that was reported here; what was nobody's is hers. */
export async function contacted({ deps, draft }: Deps, by: Adjuster, how: 'said' | 'called'): Promise<void> {
  const { claim: last, contacted: known } = draft.state;
  if (!last || known === last.id) return;
  draft.set({ contacted: last.id });
  for (const { claim, contactedAt } of await deps.store.contactsOf(draft.conversation.id)) {
    if (contactedAt !== null) continue;
    await draft.know(claim, deps.store);
    draft.event(claim, 'contacted', { how, by: by.id, who: by.name }, 'adjuster');
    const { to, branch } = draft.facts.get(claim)?.assigned ?? {};
    if (to === null) given(draft, claim, by, branch ?? null, 'adjuster');
  }
}

function given(
  draft: Draft,
  claim: ClaimId,
  who: Who | undefined,
  branch: string | null,
  by: 'system' | 'adjuster',
): void {
  const lang = draft.facts.get(claim)?.assigned?.lang ?? draft.state.lang;
  draft.event(claim, 'assigned', { to: who?.id ?? null, name: who?.name ?? '', branch, lang }, by);
}

const reportOf = (draft: Draft, claim: ClaimId): Partial<Report> =>
  (draft.facts.get(claim)?.report ?? {}) as JsonObject & Partial<Report>;

/** A list of staff that cannot be read keeps nobody from reporting: then all who see the report have it. */
async function chosen(
  deps: TurnDeps,
  draft: Draft,
  report: Partial<Report>,
  branch: string | null,
): Promise<Who | undefined> {
  const wanted: ToAssign = {
    ...{ branch, lang: draft.state.lang },
    severity: severityKnown(report),
  };
  try {
    return assign(wanted, await candidates(deps, draft.at));
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return undefined;
  }
}

async function candidates({ store, service }: TurnDeps, at: number): Promise<readonly Candidate[]> {
  const [accounts, present, loads] = await Promise.all([
    store.accounts(),
    store.presence(at - service.desk.away),
    store.workloads(),
  ]);
  const here = new Set(present.flatMap(({ adjuster, maxOpen }) => (maxOpen > 0 ? [adjuster] : [])));
  const loadOf = new Map(loads.map((load) => [load.account, load]));
  return accounts.map(({ id, name, role, branch, languages, password, disabledAt }) => {
    const { open = 0, grave = 0, lastAt = null } = loadOf.get(id) ?? {};
    const active = password !== null && disabledAt === null;
    return { ...{ id, name, role, branch, languages, active, here: here.has(id) }, open, grave, lastAt };
  });
}
