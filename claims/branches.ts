/** The insurer's branches: what belongs to one, and who sees it. */

export interface Branch {
  /** As accounts, handoffs and reports keep it. */
  readonly id: string;
  /** As colleagues read it. */
  readonly name: string;
  /** Names of provinces, cities and districts, as they stand in what people say of a place. */
  readonly places: readonly string[];
  /** What plates of its region begin with. */
  readonly plates: readonly string[];
}

/** Whoever belongs to a branch sees what is of that branch or of none; who belongs to none sees all. */
export const seesBranch = (account: { readonly branch: string | null }, branch: string | null | undefined): boolean =>
  account.branch === null || branch === null || branch === undefined || account.branch === branch;
