/** What a claim is found by: plates and phones of the report and of what the insurer has registered, in normal form. */
import type { ClaimFacts } from '../fold.ts';
import type { Report } from '../report.ts';
import { plainPhone } from './parties.ts';

export interface Lookups {
  readonly plates: readonly string[];
  readonly phones: readonly string[];
}

export function lookupsOf({ report, registered }: Pick<ClaimFacts, 'report' | 'registered'>): Lookups {
  const { ownPlate, other, phone } = report as unknown as Partial<Report>;
  const { policies = [], parties = [] } = registered ?? {};
  const plates = [ownPlate, other && 'plate' in other ? other.plate : null, ...policies.map(({ plate }) => plate)];
  const phones = [phone, ...parties.map((one) => one.phone)];
  return { plates: once(plates, plainPlate), phones: once(phones, plainPhone) };
}

/** As people write it: large letters, nothing in between. */
const plainPlate = (plate: string): string => plate.replace(/[ ·.-]/g, '').toUpperCase();

const once = (values: readonly (string | null | undefined)[], plain: (value: string) => string): readonly string[] => [
  ...new Set(values.flatMap((value) => (typeof value === 'string' && value !== '' ? [plain(value)] : []))),
];
