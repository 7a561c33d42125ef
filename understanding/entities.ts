/** Everything that a message tells in passing: when, where, who, how much. Pure; a key is absent where nothing is found. */

import type { TimeSpan } from '../prompts/index.ts';
import * as prompts from '../prompts/index.ts';
import type { Found, Now } from '../prompts/kind.ts';
import { DENIAL_LABELS, INJURY_LABELS, PURPOSE_LABELS, SHARE_LABELS } from './entities-labels.ts';
import { spelt } from './homophones.ts';

interface Span {
  readonly start: string;
  readonly end: string;
}
export interface Masked {
  readonly value: string;
  readonly masked: string;
}

export interface Entities {
  readonly accident_time?: Span & { readonly approx: boolean; readonly grain: string; readonly alt?: readonly Span[] };
  readonly place?: string;
  readonly plate?: readonly string[];
  readonly phone?: readonly Masked[];
  readonly id_number?: readonly Masked[];
  readonly claim_no?: readonly string[];
  readonly policy_no?: readonly string[];
  readonly amount?: readonly { readonly value: number; readonly approx?: true; readonly max?: number }[];
  readonly injured_count?: number;
  readonly death_count?: number;
  readonly injury?: readonly string[];
  readonly hospital?: readonly string[];
  readonly duration?: readonly { readonly kind: string; readonly days: number }[];
  readonly liability?: { readonly self: string; readonly other: string };
  readonly disability_grade?: readonly number[];
  readonly age?: readonly number[];
  readonly negation?: readonly string[];
}

type Hits<T> = readonly Found<T>[];

const finders = {
  time: prompts.time(),
  place: prompts.place(),
  plate: prompts.plate(),
  phone: prompts.phone(),
  idNumber: prompts.idNumber(),
  claimNumber: prompts.claimNumber(),
  policyNumber: prompts.policyNumber(),
  money: prompts.money(),
  casualties: prompts.casualties(),
  count: prompts.count({ min: 1 }),
  injury: prompts.injury(),
  hospital: prompts.hospital(),
  duration: prompts.duration(),
  liability: prompts.liability(),
  disabilityGrade: prompts.disabilityGrade(),
  age: prompts.age(),
  denial: prompts.denial(),
};

/** Those that share no words with anything that was found before. */
const apart = <T>(hits: Hits<T>, ...taken: readonly Hits<unknown>[]): Hits<T> =>
  hits.length === 0
    ? hits
    : hits.filter(
        ({ span: [start, end] }) =>
          !taken.some((others) => others.some(({ span: [from, to] }) => start < to && from < end)),
      );
// Most messages tell nothing of most kinds.
const valuesOf = <T>(hits: Hits<T>): T[] => (hits.length === 0 ? [] : [...new Set(hits.map(({ value }) => value))]);
/** Each once, in the order they are told. */
const once = <T>(values: readonly T[]): T[] =>
  values.length < 2 ? [...values] : [...new Map(values.map((one) => [JSON.stringify(one), one])).values()];

/** Words of the trade are read as the word that they sound like: “误公三个月” is lost work. */
export function entitiesIn(written: string, now: Now): Entities {
  const text = prompts.corrected(written);
  const trade = spelt(text);
  const { numbers, plates, ids, phones, codes } = codesIn(text, trade, now);
  const hospitals = finders.hospital.find(text, now).filter(({ span }) => !NEAR_IT.test(text.slice(span[1])));
  const durations = finders.duration.find(trade, now);
  const [place] = apart(finders.place.find(text, now), ...codes, hospitals);
  const all = {
    accident_time: timeOf(apart(finders.time.find(text, now), ...codes, durations)),
    place: place && written.slice(...place.span),
    plate: valuesOf(plates),
    phone: valuesOf(phones).map((value) => masked(value)),
    id_number: valuesOf(ids).map((value) => masked(value)),
    claim_no: valuesOf(numbers[0]),
    policy_no: valuesOf(numbers[1]),
    amount: amountsOf(apart(finders.money.find(text, now), ...codes)),
    hospital: once(hospitals.map(({ span }) => written.slice(...span))),
    age: valuesOf(finders.age.find(text, now)),
    ...hurtIn(text, now),
    duration: durationsOf(durations),
    liability: liabilityOf(trade, now),
    disability_grade: finders.disabilityGrade.find(trade, now).map(({ value }) => value),
  };
  const told: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(all)) if (isTold(value)) told[name] = value;
  return told;
}

function hurtIn(text: string, now: Now) {
  const injuries = valuesOf(finders.injury.find(text, now));
  return {
    ...countsOf(text, now, injuries.includes('death')),
    injury: injuries.map((value) => INJURY_LABELS[value]),
    negation: valuesOf(finders.denial.find(text, now)).map((value) => DENIAL_LABELS[value]),
  };
}

const isTold = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Numbers of one sort are never read as those of another. */
function codesIn(text: string, trade: string, now: Now) {
  const numbers = [finders.claimNumber.find(trade, now), finders.policyNumber.find(trade, now)] as const;
  const plates = finders.plate.find(text, now);
  const ids = apart(finders.idNumber.find(text, now), ...numbers);
  const phones = apart(finders.phone.find(text, now), ...numbers, ids);
  return { numbers, plates, ids, phones, codes: [...numbers, plates, ids, phones] };
}

const HEAD = 3;
const TAIL = 4;
const masked = (value: string): Masked => ({
  value,
  masked: `${value.slice(0, HEAD)}${'*'.repeat(value.length - HEAD - TAIL)}${value.slice(-TAIL)}`,
});

/** How exactly a moment is told, most exactly first. */
const GRAINS: readonly TimeSpan['grain'][] = ['minute', 'hour', 'now', 'daypart', 'day'];

const lengthOf = ({ value }: Found<TimeSpan>): number => Date.parse(value.end) - Date.parse(value.start);

/** Of several times the one that is told most exactly, there the first. */
function timeOf(hits: Hits<TimeSpan>): Entities['accident_time'] {
  const [best] = [...hits].sort(
    (a, b) => GRAINS.indexOf(a.value.grain) - GRAINS.indexOf(b.value.grain) || lengthOf(a) - lengthOf(b),
  );
  if (!best) return undefined;
  const alt = best.alternatives?.map(({ start, end }) => ({ start, end }));
  return { ...best.value, ...(alt && alt.length > 0 && { alt }) };
}

const FEN = 100;
const amountsOf = (hits: Hits<prompts.Money>): NonNullable<Entities['amount']> =>
  once(
    hits.map(({ value: { fen, approx, maxFen } }) => ({
      value: fen / FEN,
      ...(approx && { approx: true as const }),
      ...(maxFen !== undefined && { max: maxFen / FEN }),
    })),
  );

/** “在县医院门口被撞”: a place. */
const NEAR_IT = /^(?:大?门口|门前|[东南西北正后侧]大?门|对面|附近|旁边|路口|公交站)/;
/** “撞了个老头”, “两死一伤”. */
const ONE_PERSON = /[一二两三四五六七八九十\d]死[一1]伤|[撞碰蹭刮剐带压轧伤](?:了|到|倒|着|上)?一?个/;

/** “我和我老婆都受伤了”. */
const TOGETHER =
  /都|全|俩|也|一对|[一二两三四五六七八九十\d]口|[和跟与同][^,，。]{0,8}(?:受伤|伤了|骨折|住院)|伤(?:者|员)?(?:人数)?[:：为是共]?\d|both|two |死.{1,3}伤/;

/** The dead are counted apart from the hurt; one is counted only where the words count, “我妈骨折” names no number. */
function countsOf(text: string, now: Now, deaths: boolean): Pick<Entities, 'injured_count' | 'death_count'> {
  const told = finders.casualties.find(text, now)[0]?.value;
  if (!told) return {};
  const { count, dead } = told;
  const hurt = count === null ? undefined : count - dead;
  const counted =
    hurt === 0 || finders.count.find(text, now).length > 0 || (hurt === 1 ? ONE_PERSON : TOGETHER).test(text);
  return {
    ...(hurt !== undefined && counted && (hurt > 0 || dead === 0) && { injured_count: hurt }),
    ...(dead > 0 && deaths && { death_count: dead }),
  };
}

const durationsOf = (hits: Hits<prompts.Duration>): NonNullable<Entities['duration']> =>
  once(hits.map(({ value: { purpose, days } }) => ({ kind: PURPOSE_LABELS[purpose], days })));

function liabilityOf(text: string, now: Now): Entities['liability'] {
  const told = finders.liability.find(text, now)[0]?.value;
  return told && { self: SHARE_LABELS[told.self], other: SHARE_LABELS[told.other] };
}
