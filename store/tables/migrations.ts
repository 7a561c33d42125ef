/** Which migrations a database has had. */
import { NewerDatabase } from '../errors.ts';
import type { Migration } from '../schema.ts';

export const SQL = {
  applied: 'SELECT name FROM migrations ORDER BY number',
  record: 'INSERT INTO migrations (number, name, at) VALUES (?, ?, ?)',
};

/** Refuses a database that a newer version of the program wrote. */
export function refuseUnknown(applied: readonly { readonly name: string }[], list: readonly Migration[]): void {
  const unknown = applied.find(({ name }, i) => name !== list[i]?.name);
  if (!unknown) return;
  throw new NewerDatabase(
    `This database has had migration ${unknown.name}, which this version of lipei does not know. Start the version that wrote it, or restore a backup made before the upgrade.`,
  );
}
