/** Somebody wishes that treatment is paid for in advance: one wish for each injured person, however often it is said. Pure. */
import type { JsonObject } from '../../store/ports.ts';
import type { InjuredState } from '../report.ts';

type AskedBy = 'hospital' | 'family' | 'police' | 'nobody' | 'unknown';
type WishPurpose = 'rescue' | 'treatment' | 'unknown';

export interface AdvanceWish {
  /** The party it is for; before the insurer has named anybody, the number in the report. */
  readonly person?: string;
  readonly n?: number;
  readonly purpose: WishPurpose;
  readonly state?: InjuredState;
  readonly hospital?: string;
  readonly ward?: string;
  /** Where it happened, where the claim did not know. */
  readonly where?: string;
  /** Yuan, two decimals: what the hospital asks for. */
  readonly asked?: string;
  readonly askedBy: AskedBy;
}
/** As it stands; `from`: the person whose words it is. */
export type AdvanceWished = AdvanceWish & { readonly from?: string; readonly at: number };

type Whom = Pick<AdvanceWish, 'person' | 'n'>;

/** Somebody who was neither named nor counted is the only one, by whatever name the insurer knows them since. */
function isFor(one: Whom, other: Whom): boolean {
  if (one.person !== undefined && other.person !== undefined) return one.person === other.person;
  if (one.person !== undefined || other.person !== undefined) return (one.n ?? other.n) === undefined;
  return (one.n ?? 1) === (other.n ?? 1);
}

export const wishFor = (all: readonly AdvanceWished[] = [], whom: Whom) => all.findLast((one) => isFor(one, whom));

/** What was known before and is not said again stays known. */
export function merged(before: AdvanceWished | undefined, wish: AdvanceWish): AdvanceWish {
  const told = Object.entries(wish).filter(([, value]) => value !== 'unknown' && value !== undefined);
  return { ...wish, ...(before && known(before, wish)), ...Object.fromEntries(told) };
}

/** A bed of another hospital is nobody's. */
function known(before: AdvanceWished, { hospital }: AdvanceWish): AdvanceWish {
  const { ward, ...rest } = bare(before);
  const moved = hospital !== undefined && before.hospital !== undefined && hospital !== before.hospital;
  return moved || ward === undefined ? rest : { ...rest, ward };
}
const bare = ({ from: _, at: __, ...wish }: AdvanceWished): AdvanceWish => wish;

/** Nothing in it is new. */
export function saysTheSame(before: AdvanceWished | undefined, wish: AdvanceWish): boolean {
  return before !== undefined && sorted(bare(before)) === sorted(merged(before, wish));
}
const sorted = (wish: AdvanceWish): string => JSON.stringify(Object.entries(wish).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A changed one takes the place of the one before. */
export function wished(
  all: readonly AdvanceWished[],
  data: JsonObject,
  { at, person }: { readonly at: number; readonly person?: string },
): readonly AdvanceWished[] {
  const next = { ...(data as unknown as AdvanceWish), at, ...(person !== undefined && { from: person }) };
  return [...all.filter((one) => !isFor(one, next)), next];
}
