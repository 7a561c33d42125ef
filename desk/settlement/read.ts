/** From what was typed to a settlement: numbers as people write them, and what the server says itself. */

import type { Shape } from '../../claims/deductions/basis.ts';
import { REASONS, reasonOf } from '../../claims/deductions/reasons/index.ts';
import type { Settlement } from '../../claims/deductions/settlement.ts';
import { parseYuan, yuanText } from '../../claims/money.ts';
import type { JsonObject } from '../../store/ports.ts';
import { type Draft, type DraftCut, LIMBS } from './draft.ts';

/** Never typed. */
export type Fixed = Pick<Settlement, 'claim' | 'victim' | 'version' | 'at' | 'accidentDate'>;

const CODES: ReadonlySet<string> = new Set(REASONS.map(({ code }) => code));
export const shapesOf = (code: string): Readonly<Record<string, Shape>> =>
  CODES.has(code) ? reasonOf(code).basis : {};

/** “6,000 元”, “６０００.5” → “6000.00”; what is no such number stays as it was typed. */
export function yuanOf(typed: string): string {
  const text = plain(typed).replace(/[,，\s¥￥]|\u5143$/g, '');
  return /^\d{1,12}(\.\d{1,2})?$/.test(text) ? yuanText(parseYuan(text)) : typed;
}
const plain = (typed: string): string => typed.normalize('NFKC').trim();

/** “70%” → “0.7”. */
function ratioOf(typed: string): string {
  const text = plain(typed).replaceAll(' ', '');
  const [, percent] = /^(\d{1,3}(?:\.\d{1,4})?)%$/.exec(text) ?? [];
  return percent === undefined ? text : String(Number((Number(percent) / 100).toFixed(6)));
}

/** Not yet looked at: `readSettlement` is the door. */
export function settlementOf(draft: Draft, fixed: Fixed): JsonObject {
  const { layers } = draft;
  const limbs = LIMBS.flatMap((limb) => {
    const typed = layers[`compulsory.${limb}`] ?? '';
    return typed === '' ? [] : [[limb, yuanOf(typed)] as const];
  });
  return {
    ...{ claim: fixed.claim, victim: fixed.victim, version: fixed.version, at: fixed.at },
    ...given({ accidentDate: fixed.accidentDate ?? '' }),
    lines: draft.lines.map(({ item, asked, accepted, reasons }) => ({
      ...{ item, asked: yuanOf(asked), accepted: yuanOf(accepted), reasons: reasons.map(cutOf) },
    })),
    layers: {
      ...{ compulsory: Object.fromEntries(limbs), commercial: yuanOf(layers.commercial || '0') },
      ...given({ fault: ratioOf(layers.fault ?? ''), deductibleRate: ratioOf(layers.deductibleRate ?? '') }),
    },
    advances: draft.advances.map(({ by, amount }) => ({ by, amount: yuanOf(amount) })),
    payable: draft.payable.map(({ to, amount }) => ({ to, amount: yuanOf(amount) })),
  };
}

function cutOf({ code, amount, paper, bearer, note, basis }: DraftCut): JsonObject {
  const shapes = shapesOf(code);
  // Fields of a reason that was chosen before and is another now were left in the form.
  const known = Object.entries(basis).filter(([name, value]) => value !== '' && Object.hasOwn(shapes, name));
  const values = known.map(([name, value]) => [name, basisOf(shapes[name], value)] as const);
  return {
    ...{ code, amount: yuanOf(amount) },
    ...given({ paper, bearer, note }),
    ...(values.length > 0 ? { basis: Object.fromEntries(values) } : {}),
  };
}

function basisOf(shape: Shape | undefined, value: string): string {
  if (shape === 'yuan') return yuanOf(value);
  return shape === 'share' ? ratioOf(value) : plain(value);
}

const given = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
