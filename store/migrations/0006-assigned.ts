import type { Migration } from '../schema.ts';

/**
 * Whom a report is assigned to, and by when a person must have spoken with whoever made it. Null in all of these: reported
 * before there was such a thing. The partial indexes hold what is still to be done and stay small.
 */
export const assigned: Migration = {
  name: '0006-assigned',
  up: ({ text, int }) =>
    [
      ...[`conversation ${text}`, `branch ${text}`, `severity ${text}`, `lang ${text}`, `reported_at ${int}`],
      ...[`contact_from ${int}`, `contact_due ${int}`, `assignee ${text}`, `assigned_at ${int}`, `contacted_at ${int}`],
    ]
      .map((column) => `ALTER TABLE claims ADD COLUMN ${column}`)
      .concat(
        `ALTER TABLE tickets ADD COLUMN branch ${text}`,
        'CREATE INDEX claims_conversation ON claims (conversation) WHERE conversation IS NOT NULL',
        'CREATE INDEX claims_to_contact ON claims (contact_due, id) WHERE contacted_at IS NULL AND contact_due IS NOT NULL',
        'CREATE INDEX claims_mine ON claims (assignee, contact_due) WHERE contacted_at IS NULL AND contact_due IS NOT NULL',
        'CREATE INDEX claims_contacted ON claims (contacted_at) WHERE contacted_at IS NOT NULL',
        'CREATE INDEX claims_assigned ON claims (assignee, assigned_at) WHERE assignee IS NOT NULL',
      ),
};
