/** What follows when a guided conversation has ended: events, promises, tickets, and what is said next. */

import { wallClock } from '../claims/clocks/days.ts';
import { promisedBy } from '../claims/hours.ts';
import { mayNoteInjuries, type Report, severity } from '../claims/report.ts';
import type { Withdrawal } from '../dialogs/consents/index.ts';
import type { Correction } from '../dialogs/correction/index.ts';
import type { Details } from '../dialogs/details/index.ts';
import type { PaperWish } from '../dialogs/documents/index.ts';
import type { CallBack } from '../dialogs/human/index.ts';
import type { Filing } from '../dialogs/paper/index.ts';
import type { Ended } from '../dialogs/runtime.ts';
import type { Say } from '../dialogs/say.ts';
import type { Binding, ClaimId, Json, JsonObject } from '../store/ports.ts';
import { wishFiled } from './advance/filed.ts';
import { giveOut, replaced } from './assigning.ts';
import { callMade } from './callBack.ts';
import { chosen, recordAll, recordPlace } from './consents.ts';
import type { TurnDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { newHandoff, reasonFor, standing } from './handoff.ts';
import { owed, settled } from './owedCall.ts';
import { papersWished } from './papers/ended.ts';
import { filed } from './papers/filing.ts';
import { noteLikelySecondReport } from './secondReport.ts';

/** What to say, and which flow to start next. */
export interface Ending {
  readonly says: readonly Say[];
  /** What waits below and is optional waits on. */
  readonly aside?: true;
  /** Something was said already. */
  readonly told?: true;
  readonly next?: { readonly flow: string; readonly params: JsonObject; readonly known?: JsonObject };
}

export async function endingOf(deps: TurnDeps, draft: Draft, ended: Ended, newId: () => string): Promise<Ending> {
  switch (ended.flow) {
    case 'report':
      return reported(deps, draft, ended, newId() as ClaimId);
    case 'details':
      return detailed(deps, draft, ended.result as Details, claimOf(ended, draft));
    case 'human':
      return callBackPromised(deps, draft, ended.result as CallBack, newId);
    case 'correction':
      return corrected(deps, draft, ended, claimOf(ended, draft));
    case 'consents':
      return { says: await chosen({ deps, draft }, (ended.result as Withdrawal).which, claimOf(ended, draft)) };
    case 'documents':
      return { says: await papersWished(deps, draft, ended.result as PaperWish | null), aside: true };
    case 'advance':
      return { says: await wishFiled(deps, draft, ended), aside: true };
    case 'paper':
      return { says: await filed(deps, draft, (ended.result as Filing).document), aside: true };
    default:
      return { says: [] };
  }
}

async function reported(deps: TurnDeps, draft: Draft, ended: Ended, claim: ClaimId): Promise<Ending> {
  const report = ended.result as Report;
  const number = deps.newClaimNumber(draft.at);
  const due = promisedBy(draft.at, deps.service.hours, deps.service.firstContact);
  const [from, by] = [wallClock(due - deps.service.firstContact), wallClock(due)];
  const who = deps.service.caller;
  const files = draft.state.files;
  draft.event(claim, 'reported', { number, report: report as unknown as JsonObject, lang: draft.state.lang });
  recordAll(deps, draft, claim, ended);
  for (const file of files) draft.event(claim, 'fileAdded', { file });
  draft.event(claim, 'promiseMade', { what: 'firstContact', from, by, who }, 'bot');
  await giveOut({ deps, draft }, claim);
  draft.bindings.push(binding(draft, claim, report.role));
  draft.set({ claim: { id: claim, number }, phone: report.phone ?? draft.state.phone, files: [] });
  const asked = standing(draft);
  if (asked) draft.hand({ ...asked, claim, branch: draft.facts.get(claim)?.assigned?.branch ?? asked.branch });
  await noteLikelySecondReport(deps, draft, report);
  if (severity(report) === 'death' || severity(report) === 'critical')
    draft.ticket('serious', { reason: severity(report), number });
  // Who was asked for money hears what makes the insurer pay, and not only whom to wait for.
  const pressed = draft.state.moneyAt !== undefined || draft.state.moneyTold !== undefined;
  const url = deps.receiptUrl(claim, draft.conversation.id);
  const says = receiptSays({ number, by, who, url }, report, pressed);
  // Who has lost somebody is not asked for papers; a person will.
  if (isBereaved(report)) return { says };
  return {
    says,
    next: {
      flow: 'details',
      params: {
        claim,
        medicalConsent: mayNoteInjuries(report),
        injured: report.injured as unknown as JsonObject[],
        other: report.other as unknown as JsonObject,
      },
    },
  };
}

function receiptSays(
  { number, by, who, url }: { number: string; by: string; who: string; url: string },
  report: Report,
  pressed: boolean,
): Say[] {
  const values = {
    number: { kind: 'number', answer: number },
    by: { kind: 'instant', answer: by },
    who: { kind: 'caller', answer: who },
    callable: report.phone !== null,
  };
  return [{ key: 'report.receipt', values, links: [{ name: 'receipt', url }] }, ...afterwards(report, pressed)];
}

const isFamilys = ({ role }: Report): boolean => role === 'family' || role === 'injured';
const isBereaved = (report: Report): boolean => isFamilys(report) && severity(report) === 'death';

/** What comes next; a family at a bedside hears nothing of costs and agreements now. */
function afterwards(report: Report, pressed: boolean): Say[] {
  const grave = severity(report);
  const quick = ['human'];
  if (isBereaved(report)) return [{ key: 'report.afterDeath', quick }];
  if (isFamilys(report) && grave === 'critical') return [{ key: 'report.afterCritical', quick }];
  const values = { policeCalled: report.policeCalled === true, family: isFamilys(report), pressed };
  const steps: Say = { key: 'report.nextSteps', values };
  return grave === 'death' || grave === 'critical' ? [steps] : [steps, { key: 'report.costs' }];
}

const binding = (draft: Draft, claim: ClaimId, role: Binding['role']): Binding => ({
  conversation: draft.conversation.id,
  person: draft.conversation.person,
  claim,
  role,
  level: 'selfDeclared',
  verifiedAt: null,
});

async function detailed(deps: TurnDeps, draft: Draft, details: Details, claim: ClaimId): Promise<Ending> {
  await change(deps, draft, claim, 'details', details as unknown as JsonObject);
  const number = { kind: 'number', answer: draft.state.claim?.number ?? '' };
  return { says: [{ key: 'details.thanks', values: { number }, quick: ['documents', 'scene', 'human'] }] };
}

async function corrected(deps: TurnDeps, draft: Draft, ended: Ended, claim: ClaimId): Promise<Ending> {
  const { field, value, kind } = ended.result as Correction;
  const { params } = ended.frame;
  const now = value === 'unknown' ? null : value;
  await draft.know(claim, deps.store);
  // It was asked which of two is right, and the report has it already: that was said.
  const stands = JSON.stringify(draft.facts.get(claim)?.report[field]) === JSON.stringify(now);
  if (stands && params.doubtful === true) return { says: [] };
  const injured = (draft.facts.get(claim)?.report.injured ?? []) as readonly Json[];
  // Fewer people than were described: the last ones were too many.
  const fewer = field === 'injuredCount' && typeof now === 'number' ? { injured: injured.slice(0, now) } : {};
  const changes = field === 'police' ? { policeCalled: now === null ? null : now === 'yes' } : { [field]: now };
  await change(deps, draft, claim, 'report', { ...changes, ...fewer });
  if (field === 'where') recordPlace(deps, draft, claim, now);
  if (field === 'phone' && typeof now === 'string') draft.set({ phone: now });
  const values = { field: { kind: 'field', answer: `report.${field}` }, value: { kind, answer: value } };
  return { says: [{ key: 'correction.done', values }] };
}

async function change(
  deps: TurnDeps,
  draft: Draft,
  claim: ClaimId,
  part: 'report' | 'details',
  changes: JsonObject,
): Promise<void> {
  await draft.know(claim, deps.store);
  draft.event(claim, 'corrected', { part, changes });
  if ('where' in changes || 'ownPlate' in changes) await replaced({ deps, draft }, claim);
}

/** Which claim a flow speaks of rests in the flow: another report may have been made meanwhile. */
function claimOf(ended: Ended, draft: Draft): ClaimId {
  const { claim } = ended.frame.params;
  // Flows begun before they carried their claim speak of the conversation's only one.
  const id = typeof claim === 'string' ? claim : draft.state.claim?.id;
  if (!id) throw new Error(`A “${ended.flow}” flow ended, and there is no claim that it speaks of.`);
  return id as ClaimId;
}

async function callBackPromised(deps: TurnDeps, draft: Draft, wish: CallBack, newId: () => string): Promise<Ending> {
  const { phone, bestTime, reason, by } = wish;
  const asked = standing(draft) ?? newHandoff({ draft, newId }, await reasonFor({ draft, deps }, reason), 'ticket');
  const { number, id } = (await owed(deps, draft, asked)) ?? {
    number: `H${deps.newClaimNumber(draft.at)}`,
    id: newId(),
  };
  draft.ticket(
    'callBack',
    { number, phone, bestTime, reason: asked.reason, by },
    { id, ...(by ? { slot: Date.parse(by) } : {}) },
  );
  draft.hand({ ...settled(asked), state: 'ticket' });
  draft.floor = 'waiting';
  if (wish.phone === null) return { says: [{ key: 'human.noPhone' }] };
  const call = { number, phone: wish.phone, by };
  draft.set({ phone: wish.phone, callBack: call });
  return { says: [callMade(deps, draft, call, asked.reason)] };
}
