/** Branches as colleagues read them. One that is no longer configured is shown as it was kept. */
import type { DeskDeps } from './web/visit.ts';

export const branchName = ({ branches }: Pick<DeskDeps, 'branches'>, id: string | null): string =>
  branches.find((one) => one.id === id)?.name ?? id ?? '';
