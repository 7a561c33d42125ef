/** What nobody reads here is told by a text message, without a detail: planned with the news, and sent if it is still unread. */
import { quietUntil } from '../../claims/telling/quiet.ts';
import { identityOf } from '../identity/grants.ts';
import type { Scope } from '../scope.ts';
import { newsOf } from './news.ts';

export const TEXT_JOB = 'newsText';

/** Push channels bring it to the phone themselves. Of several news that nobody has read there is one text message. */
export function planText({ draft, deps }: Scope): void {
  const { textAfter, quiet } = deps.service.telling;
  if (draft.push) return;
  draft.unseen = true;
  const phone = identityOf(draft).grants.findLast((one) => one.phone !== undefined)?.phone ?? draft.state.phone;
  const { level, zone } = newsOf(draft);
  if (textAfter === undefined || !phone || level === 'law') return;
  const at = draft.at + textAfter;
  draft.jobs.push({
    ...{ key: `${TEXT_JOB}:${draft.conversation.id}`, kind: TEXT_JOB, conversation: draft.conversation.id },
    dueAt: quietUntil(at, quiet, zone) ?? at,
    payload: { phone, lang: draft.state.lang, ...(zone ? { zone } : {}) },
  });
}
