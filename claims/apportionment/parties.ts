/** The vehicles of a case as those who pay: fault, what is left of each limit, and policies. */
import { type Ask, codeOf, figureOf, writtenOf } from '../compensation/ask.ts';
import {
  type Case,
  isNamed,
  type Limb,
  listOf,
  type Policy,
  policyName,
  RECOURSE,
  type Rides,
  type Vehicle,
} from '../compensation/case.ts';
import { type Leaf, leaf, percent, yuan } from '../figure.ts';
import { atLeastZero, type Fen, isZero, minus, parseRatio, parseYuan, ratio, sumFen, zero } from '../money.ts';

export interface ThirdParty {
  readonly id: string | undefined;
  readonly limit: Leaf;
  /** 1 − the absolute deductible; absent where there is none. */
  readonly kept: Leaf | undefined;
  /** Its part where there are several policies; absent for one alone. */
  readonly part: Leaf | undefined;
  readonly nonMedicare: boolean;
  readonly mentalDistress: boolean;
}
export interface Party {
  readonly id: string;
  readonly fault: Leaf;
  /** What is left of each limit; undefined: no compulsory cover is needed (a trailer). */
  readonly limits: Readonly<Record<Limb, Leaf>> | undefined;
  /** Absent cover is one thing; cover that does not pay for things after what the driver did (`insures`) another. */
  readonly insured: boolean;
  /** Whether the insurer pays inside this limb; if not, the tortfeasor does. */
  readonly insures: Readonly<Record<Limb, boolean>>;
  readonly policies: readonly ThirdParty[];
}

/** A person carried by a vehicle is no third party to it. */
export const outside = (rides: Rides | undefined, vehicle: string): boolean => rides?.vehicle !== vehicle;
/** A driver does not answer to himself: his own share of fault stays with him. */
export const answersTo = (rides: Rides | undefined, vehicle: string): boolean =>
  outside(rides, vehicle) || rides?.as === 'passenger';

/**
 * The parties, and every limit that is lacking for the limbs in use; one that no loss falls into is not needed. A loss
 * whose limb is not known (`undefined`) may fall into any.
 */
export function partiesOf({ vehicles }: Case, inUse: ReadonlySet<Limb | undefined>, ask: Ask): Sides {
  const lacks = new Set<string>();
  const limit: LimitOf = (id, limb) => {
    if (writtenOf(ask.then, id, ask.asker) !== undefined) return figureOf(ask.then, id, ask.asker, 'limit');
    if (inUse.has(limb) || inUse.has(undefined)) lacks.add(id);
    return leaf('yuan', 'limit', zero);
  };
  return { parties: vehicles.map((vehicle) => partyOf(vehicle, limit, ask)), lacks: [...lacks] };
}
interface Sides {
  readonly parties: readonly Party[];
  readonly lacks: readonly string[];
}
type LimitOf = (id: string, limb: Limb) => Leaf;

function partyOf(vehicle: Vehicle, limit: LimitOf, ask: Ask): Party {
  const fault = faultOf(vehicle, ask);
  const { compulsory, exclusion } = vehicle;
  const excluded = exclusion !== undefined && coverOf(exclusion, ask) === 'excluded';
  const insured = compulsory?.insured ?? true;
  if (compulsory === undefined) ask.note('estimate.assumption.insured', { vehicle: vehicle.id });
  if (excluded) ask.note('estimate.assumption.excluded', { vehicle: vehicle.id, exclusion });
  const recoverable = exclusion !== undefined && RECOURSE.includes(exclusion);
  if (excluded && recoverable) ask.note('estimate.assumption.recourse', { vehicle: vehicle.id });
  // 民法典 1215, 条例 22: of a stolen car no insurer bears anything in the end; emergency treatment it only puts forward.
  const stolen = excluded && exclusion === 'stolen';
  if (stolen) ask.note('estimate.assumption.stolen', { vehicle: vehicle.id });
  const injury = insured && !stolen;
  const thingsToo = injury && !(excluded && recoverable && notForThings(ask));
  return {
    id: vehicle.id,
    fault,
    limits: compulsory === null ? undefined : limitsOf(vehicle, compulsory?.atFault ?? fault.value.n > 0n, limit),
    insured,
    insures: { medical: injury, deathDisability: injury, property: thingsToo },
    policies: excluded ? [] : policiesOf(listOf<Policy>(vehicle.commercial)),
  };
}

function faultOf({ id, fault }: Vehicle, ask: Ask): Leaf {
  if (!isNamed(fault)) {
    const given = leaf('share', 'fault', parseRatio(fault));
    if (isZero(given.value)) noFault(id, ask);
    else ask.note('estimate.assumption.faultGiven', { vehicle: id, percent: percent(given.value) });
    return given;
  }
  const share = figureOf(ask.then, `fault.${fault}`, ask.asker, 'fault');
  // Some provinces have ranges of their own against cyclists and pedestrians, out of which a person picks.
  if (writtenOf(ask.then, 'practice.faultNonMotor', ask.asker) === 'askPerson')
    ask.note('estimate.assumption.faultNonMotor', { region: ask.of.region });
  const whole = isZero(share.value) || share.value.n === share.value.d;
  ask.note(whole ? 'estimate.assumption.faultWhole' : 'estimate.assumption.faultByName', {
    fault,
    percent: String((share.value.n * 100n) / share.value.d),
  });
  return share;
}

/** Against a pedestrian or cyclist a vehicle without fault may bear a little; which of them it was the case does not say. */
function noFault(vehicle: string, ask: Ask): void {
  const most = writtenOf(ask.then, 'liability.motorWithoutFault.max', ask.asker);
  if (most !== undefined) ask.note('estimate.assumption.withoutFault', { vehicle, percent: most });
}

/** Whether a policy may refuse for this reason is a rule of law of its day; where there is none, a person decides. */
function coverOf(exclusion: string, ask: Ask): string {
  const settledLater = exclusion === 'dooring' || exclusion === 'expiredLicence';
  return codeOf(settledLater ? ask.now : ask.then, `cover.${exclusion}`, ask.asker);
}
/** Damage to things is not paid at all where the insurer may turn to the driver. */
const notForThings = (ask: Ask): boolean => codeOf(ask.then, 'compulsory.recourse.property', ask.asker) === 'no';

function limitsOf({ compulsory }: Vehicle, atFault: boolean, limitOf: LimitOf): Readonly<Record<Limb, Leaf>> {
  const left = (limb: Limb): Leaf => {
    const limit = limitOf(`compulsory.${limb}.limit${atFault ? '' : '.noFault'}`, limb);
    const used = parseYuan(compulsory?.used?.[limb] ?? '0');
    if (used === 0n) return limit;
    return leaf('yuan', 'limitLeft', atLeastZero(minus(limit.value, ratio(used))), limit.sources);
  };
  return { medical: left('medical'), deathDisability: left('deathDisability'), property: left('property') };
}

function policiesOf(policies: readonly Policy[]): readonly ThirdParty[] {
  const limits = policies.map((policy) => parseYuan(policy.limit));
  return policies.map((policy, i) => ({
    id: policies.length > 1 ? policyName(policy, i) : undefined,
    limit: yuan('policyLimit', limits[i] ?? 0n),
    kept: keptOf(policy),
    part: policies.length > 1 ? leaf('share', 'partOfPolicies', partOf(limits[i] ?? 0n, limits)) : undefined,
    nonMedicare: policy.nonMedicare === 'cover',
    mentalDistress: policy.mentalDistress === 'cover',
  }));
}
const partOf = (limit: Fen, all: readonly Fen[]) => {
  const sum = sumFen(all);
  return sum === 0n ? ratio(0) : ratio(limit, sum);
};
function keptOf({ deductibleRate }: Policy): Leaf | undefined {
  const rate = parseRatio(deductibleRate ?? '0');
  return rate.n === 0n ? undefined : leaf('share', 'afterDeductible', ratio(rate.d - rate.n, rate.d));
}
