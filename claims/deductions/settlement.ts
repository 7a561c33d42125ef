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
}
export type Read =
  | { readonly status: 'settlement'; readonly settlement: Settlement }
  | { readonly status: 'refused'; readonly problems: readonly Problem[] };

const ajv = new Ajv({ allErrors: true });
formats.default(ajv, ['date', 'date-time']);
const fits = ajv.compile<Settlement>(schema);

/** The one way in: shape, names of a basis, limits, and sums to the fen. Every problem is named at once. */
export function readSettlement(input: unknown, law: Law): Read {
  if (!fits(input)) {
    const problems = (fits.errors ?? []).map(({ instancePath, message = '', params }) => {
      const detail = [params.allowedValues ?? params.additionalProperty ?? params.pattern ?? []].flat().join(', ');
      return { pointer: instancePath || '/', expected: detail ? `${message}: ${detail}` : message };
    });
    return { status: 'refused', problems };
  }
  const problems = [...input.lines.flatMap(lineProblems), ...layerProblems(input), ...doorProblems(input, law)];
  return problems.length > 0 ? { status: 'refused', problems } : { status: 'settlement', settlement: input };
}

function lineProblems({ asked, accepted, reasons }: SettledLine, at: number): Problem[] {
  const pointer = `/lines/${at}`;
  const [want, got] = [parseYuan(asked) - parseYuan(accepted), sumOf(reasons)];
  const sums = apart(`${pointer}/reasons`, 'sum of the reasons = asked − accepted', got, want);
  const basis = reasons.flatMap((cut, i) =>
    basisProblems(reasonOf(cut.code), cut.basis, `${pointer}/reasons/${i}/basis`),
  );
  return [...sums, ...basis];
}

function layerProblems({ lines, layers }: Settlement): Problem[] {
  const accepted = sumFen(lines.map((line) => parseYuan(line.accepted)));
  return apart('/layers', 'sum of the layers = sum of what is accepted', layerSum(layers), accepted);
}

export const layerSum = ({ compulsory, commercial }: Settlement['layers']): Fen =>
  sumFen([...Object.values(compulsory), commercial].map(parseYuan));
export const sumOf = (all: readonly { readonly amount: string }[]): Fen =>
  sumFen(all.map((one) => parseYuan(one.amount)));

export function apart(pointer: string, rule: string, got: Fen, want: Fen): Problem[] {
  if (got === want) return [];
  return [{ pointer, expected: `${rule}: ${yuanText(want)}, not ${yuanText(got)}`, difference: yuanText(got - want) }];
}
