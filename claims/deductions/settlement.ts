/** What the insurer decided for one injured person, and the door it comes in by (contract: a settlement). */
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Day, Law } from '../../law/types.ts';
import type { ItemName } from '../compensation/case.ts';
import { type Fen, parseYuan, sumFen, yuanText } from '../money.ts';
import { basisProblems } from './basis.ts';
import { doorProblems } from './door.ts';
import { reasonOf } from './reasons/index.ts';
import schema from './settlement.schema.json' with { type: 'json' };

export type Item = ItemName;
export type Bearer = 'driver' | 'victim' | 'compulsoryInsurer' | 'commercialInsurer' | 'fund' | 'court' | 'nobody';

export interface Cut {
  readonly code: string;
  readonly amount: string;
  /** The paper it rests on. */
  readonly paper?: string;
  readonly bearer?: Bearer;
  readonly note?: string;
  /** What the amount is computed from, by name; see the reason's own file. */
  readonly basis?: Readonly<Record<string, string>>;
}
export interface SettledLine {
  readonly item: Item;
  readonly asked: string;
  readonly accepted: string;
  readonly reasons: readonly Cut[];
}
export interface Settlement {
  readonly claim: string;
  readonly victim: string;
  readonly version: number;
  /** Instant of the decision; its day picks the interpretation in force. */
  readonly at: string;
  /** Picks the limits of compulsory insurance. */
  readonly accidentDate?: Day;
  readonly lines: readonly SettledLine[];
  readonly layers: {
    readonly compulsory: Partial<Readonly<Record<'medical' | 'deathDisability' | 'property', string>>>;
    readonly commercial: string;
    readonly fault?: string;
    readonly deductibleRate?: string;
  };
  readonly advances: readonly { readonly by: 'insurer' | 'driver' | 'rescueFund'; readonly amount: string }[];
  readonly payable: readonly { readonly to: string; readonly amount: string }[];
}

/** Something that keeps a settlement out: where, and what is expected there. */
export interface Problem {
  /** JSON pointer. */
  readonly pointer: string;
  readonly expected: string;
  /** Yuan; how far two sums are apart. */
  readonly difference?: string;
  /** The same by name, for whoever reads it in words. */
  readonly rule?: Rule;
}
export interface Rule {
  readonly name: RuleName;
  readonly values: Readonly<Record<string, string>>;
}
export type RuleName =
  | Form
  | 'reasons'
  | 'layers'
  | 'figure'
  | 'payable'
  | 'share'
  | 'payee'
  | 'limit'
  | 'excess'
  | `${'fund' | 'driver'}${'Least' | 'Most'}`;
/** What a field is to be like. */
export type Form = 'missing' | 'yuan' | 'ratio' | 'days' | 'persons' | 'choice' | 'tooLong' | 'noSuchField' | 'other';
export type Read =
  | { readonly status: 'settlement'; readonly settlement: Settlement }
  | { readonly status: 'refused'; readonly problems: readonly Problem[] };

const ajv = new Ajv({ allErrors: true });
formats.default(ajv, ['date', 'date-time']);
const fits = ajv.compile<Settlement>(schema);

/** The one way in: shape, names of a basis, limits, and sums to the fen. Every problem is named at once. */
export function readSettlement(input: unknown, law: Law): Read {
  if (!fits(input)) {
    const problems = (fits.errors ?? []).map(({ instancePath, message = '', params, keyword, schemaPath }) => {
      const detail = [params.allowedValues ?? params.additionalProperty ?? params.pattern ?? []].flat().join(', ');
      const rule = { name: formOf(keyword, schemaPath, params.missingProperty), values: {} };
      return { pointer: instancePath || '/', expected: detail ? `${message}: ${detail}` : message, rule };
    });
    return { status: 'refused', problems };
  }
  const problems = [...input.lines.flatMap(lineProblems), ...layerProblems(input), ...doorProblems(input, law)];
  return problems.length > 0 ? { status: 'refused', problems } : { status: 'settlement', settlement: input };
}

function formOf(keyword: string, path: string, lacks: unknown): Form {
  if (lacks !== undefined || keyword === 'minLength' || keyword === 'minItems') return 'missing';
  if (keyword === 'pattern') return path.includes('/money/') ? 'yuan' : 'ratio';
  if (keyword === 'enum') return 'choice';
  return keyword === 'maxLength' ? 'tooLong' : 'other';
}

function lineProblems({ asked, accepted, reasons }: SettledLine, at: number): Problem[] {
  const pointer = `/lines/${at}`;
  const [want, got] = [parseYuan(asked) - parseYuan(accepted), sumOf(reasons)];
  const sums = apart(`${pointer}/reasons`, 'sum of the reasons = asked − accepted', got, want, 'reasons');
  const basis = reasons.flatMap((cut, i) =>
    basisProblems(reasonOf(cut.code), cut.basis, `${pointer}/reasons/${i}/basis`),
  );
  return [...sums, ...basis];
}

function layerProblems({ lines, layers }: Settlement): Problem[] {
  const accepted = sumFen(lines.map((line) => parseYuan(line.accepted)));
  return apart('/layers', 'sum of the layers = sum of what is accepted', layerSum(layers), accepted, 'layers');
}

export const layerSum = ({ compulsory, commercial }: Settlement['layers']): Fen =>
  sumFen([...Object.values(compulsory), commercial].map(parseYuan));
export const sumOf = (all: readonly { readonly amount: string }[]): Fen =>
  sumFen(all.map((one) => parseYuan(one.amount)));

export function apart(pointer: string, sum: string, got: Fen, want: Fen, name: RuleName): Problem[] {
  if (got === want) return [];
  const [difference, off] = [yuanText(got - want), yuanText(got > want ? got - want : want - got)];
  const rule = { name, values: { got: yuanText(got), want: yuanText(want), off } };
  return [{ pointer, expected: `${sum}: ${yuanText(want)}, not ${yuanText(got)}`, difference, rule }];
}

/** One more among those of a claim. */
export const settled = <F extends { readonly settlements?: readonly Settlement[] }>(facts: F, data: object): F => ({
  ...facts,
  settlements: [...(facts.settlements ?? []), (data as { settlement: Settlement }).settlement],
});
