/** First contacts, as every database keeps them: columns of the claim's projection. */
import type { ClaimContact, ClaimId, Contact, ConversationId, Workload } from '../ports.ts';

export interface ContactRow {
  readonly id: ClaimId;
  readonly number: string;
  readonly conversation: ConversationId;
  readonly branch: string | null;
  readonly severity: Contact['severity'];
  readonly lang: string;
  readonly reported_at: number;
  readonly contact_from: number;
  readonly contact_due: number;
  readonly assignee: string | null;
  readonly assigned_at: number;
  readonly contacted_at: number | null;
}
export interface WorkloadRow {
  readonly account: string;
  readonly talks: number;
  readonly reports: number;
  readonly grave: number;
  readonly last_at: number | null;
}

/** Of table `claims`. */
export const CONTACT_COLUMNS = [
  ...['conversation', 'branch', 'severity', 'lang', 'reported_at', 'contact_from', 'contact_due'],
  ...['assignee', 'assigned_at', 'contacted_at'],
] as const;

const select = `SELECT c.id, c.number, ${CONTACT_COLUMNS.map((name) => `c.${name}`).join(', ')} FROM claims c`;
/** As the partial indexes have it. */
const due = 'c.contacted_at IS NULL AND c.contact_due IS NOT NULL';
const hers = `FROM claims c WHERE c.assignee = a.id AND ${due}`;

export const SQL = {
  due: `${select} WHERE ${due} AND (c.branch IS NULL OR c.branch = coalesce(?, c.branch)) ORDER BY c.contact_due, c.id LIMIT ?`,
  dueOf: `${select} WHERE ${due} AND c.assignee = ? ORDER BY c.contact_due, c.id LIMIT ?`,
  ofConversation: `${select} WHERE c.conversation = ? AND c.contact_due IS NOT NULL ORDER BY c.reported_at DESC, c.id`,
  took: `SELECT contacted_at - reported_at AS took FROM claims WHERE contacted_at IS NOT NULL
     ORDER BY contacted_at DESC LIMIT ?`,
  workloads: `SELECT a.id AS account,
     (SELECT count(*) FROM handoffs h WHERE h.state = 'active' AND h.adjuster = a.id) AS talks,
     (SELECT count(*) ${hers}) AS reports,
     (SELECT count(*) ${hers} AND c.severity IN ('death', 'critical')) AS grave,
     (SELECT max(c.assigned_at) FROM claims c WHERE c.assignee = a.id) AS last_at
     FROM accounts a WHERE a.disabled_at IS NULL ORDER BY a.id`,
};

/** In the order of `CONTACT_COLUMNS`. */
export const valuesOf = (contact: Contact | undefined): (string | number | null)[] =>
  contact
    ? [
        ...[contact.conversation, contact.branch, contact.severity, contact.lang, contact.reportedAt, contact.from],
        ...[contact.due, contact.assignee, contact.assignedAt, contact.contactedAt],
      ]
    : CONTACT_COLUMNS.map(() => null);

export const contactOf = ({ id, number, conversation, branch, severity, lang, ...row }: ContactRow): ClaimContact => ({
  ...{ claim: id, number, conversation, branch, severity, lang },
  ...{ reportedAt: row.reported_at, from: row.contact_from, due: row.contact_due },
  ...{ assignee: row.assignee, assignedAt: row.assigned_at, contactedAt: row.contacted_at },
});

export const workloadOf = ({ account, talks, reports, grave, last_at }: WorkloadRow): Workload => ({
  ...{ account, open: talks + reports, grave, lastAt: last_at },
});
