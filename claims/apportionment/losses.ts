/** A victim's rows added up by the layer that may take them first. */
import { type Case, type Limb, listOf, type NonMedicare, type Rides } from '../compensation/case.ts';
import type { Row } from '../compensation/outcome.ts';
import { type Fen, parseYuan, sumFen } from '../money.ts';

export interface Loss {
  readonly victim: string;
  readonly rides: Rides | undefined;
  readonly total: Fen;
  /** Inside the compulsory limbs; mental distress is part of death and disability. */
  readonly limbs: Readonly<Record<Limb, Fen>>;
  /** Of these: borne whole by who is at fault, not by his share. */
  readonly wholeInLimb: Readonly<Record<Limb, Fen>>;
  readonly mentalDistress: Fen;
  /** Beyond the compulsory cover: by the share of fault, and whole. */
  readonly commercial: Fen;
  readonly commercialWhole: Fen;
  readonly tortfeasor: Fen;
  readonly tortfeasorWhole: Fen;
  /** Proved costs beyond medical insurance; the others stay where they are. */
  readonly nonMedicare: Fen;
}

export function lossesOf(of: Case, rows: readonly Row[]): readonly Loss[] {
  return of.victims.map(({ id, rides }) => ({
    victim: id,
    rides,
    ...added(rows.filter((row) => row.victim === id)),
    nonMedicare: proved(of, id),
  }));
}

function added(own: readonly Row[]): Omit<Loss, 'victim' | 'rides' | 'nonMedicare'> {
  const add = (fits: (row: Row) => boolean): Fen => sumFen(own.filter(fits).map((row) => row.line.amount));
  const layer = (bearer: Row['bearer'], byRatio: boolean): Fen =>
    add((row) => row.bearer === bearer && row.byRatio === byRatio);
  const inLimb = (limb: Limb, whole: boolean): Fen =>
    add((row) => row.bearer === 'compulsory' && row.limb === limb && (!whole || !row.byRatio));
  const byLimb = (whole: boolean) => ({
    medical: inLimb('medical', whole),
    deathDisability: inLimb('deathDisability', whole),
    property: inLimb('property', whole),
  });
  return {
    total: add(() => true),
    limbs: byLimb(false),
    wholeInLimb: byLimb(true),
    mentalDistress: add((row) => row.item === 'mentalDistress'),
    commercial: layer('commercial', true),
    commercialWhole: layer('commercial', false),
    tortfeasor: layer('tortfeasor', true),
    tortfeasorWhole: layer('tortfeasor', false),
  };
}

const proved = (of: Case, victim: string): Fen =>
  sumFen(
    listOf<NonMedicare>(of.nonMedicare)
      .filter((one) => one.victim === victim && one.proved === true)
      .map((one) => parseYuan(one.amount)),
  );
