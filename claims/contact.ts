/** The first contact that a report's promise speaks of: by when, by whom, and how far its time has run. */
import type { ClaimContact, Contact, ConversationId } from '../store/ports.ts';
import type { ClaimFacts } from './fold.ts';
import { isFirstContact } from './promises.ts';
import { type Report, severityKnown } from './report.ts';

/** What lists need of a claim that was assigned; undefined where nothing was promised, or nobody looked for somebody. */
export function contactOf(
  { assigned, contacted, promises, report }: ClaimFacts,
  conversation: ConversationId,
): Contact | undefined {
  const promise = promises.findLast(isFirstContact);
  if (!assigned || !promise) return undefined;
  const { branch, lang, since, to, at } = assigned;
  const due = Date.parse(promise.by);
  return {
    ...{ conversation, branch, lang, reportedAt: since, due },
    severity: severityKnown(report as Partial<Report>),
    from: promise.from === undefined ? Math.min(since, due) : Date.parse(promise.from),
    ...{ assignee: to, assignedAt: at, contactedAt: contacted?.at ?? null },
  };
}

export type Pressure = 'calm' | 'soon' | 'over';

/** `soon` from `warning` percent of the promised time on. */
export function pressure({ from, due }: Pick<ClaimContact, 'from' | 'due'>, now: number, warning: number): Pressure {
  if (now >= due) return 'over';
  return (now - from) * 100 >= (due - from) * warning ? 'soon' : 'calm';
}

/** The middle one; of an even number the lower of the two, so that it is one that was. Undefined of none. */
export const median = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
