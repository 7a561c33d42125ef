/**
 * A settlement as it stands in the form: each field as it was typed. A field has the name of its place in the settlement with
 * dots, so that what is wrong at `/lines/0/asked` is told beside `lines.0.asked`.
 */
import type { Settlement } from '../../claims/deductions/settlement.ts';

export interface DraftCut {
  readonly code: string;
  readonly amount: string;
  readonly paper: string;
  readonly bearer: string;
  readonly note: string;
  readonly basis: Readonly<Record<string, string>>;
}
export interface DraftLine {
  readonly item: string;
  readonly asked: string;
  readonly accepted: string;
  readonly reasons: readonly DraftCut[];
}
export interface Draft {
  readonly lines: readonly DraftLine[];
  /** By the names of `LAYERS`. */
  readonly layers: Readonly<Record<string, string>>;
  readonly advances: readonly { readonly by: string; readonly amount: string }[];
  readonly payable: readonly { readonly to: string; readonly amount: string }[];
}

export const LIMBS = ['medical', 'deathDisability', 'property'] as const;
export const LAYERS = [
  ...LIMBS.map((limb) => `compulsory.${limb}` as const),
  'commercial',
  'fault',
  'deductibleRate',
] as const;
/** Rows of one kind: there are fewer items than that. */
const MOST = 40;

const CUT: DraftCut = { code: '', amount: '', paper: '', bearer: '', note: '', basis: {} };
const LINE: DraftLine = { item: '', asked: '', accepted: '', reasons: [] };

/** With what was paid in advance already. */
export const emptyDraft = (victim: string, advances: Draft['advances']): Draft => ({
  ...{ lines: [LINE], layers: {}, advances, payable: [{ to: victim, amount: '' }] },
});

export function draftFrom({ lines, layers, advances, payable }: Settlement): Draft {
  const { compulsory, commercial, fault = '', deductibleRate = '' } = layers;
  const limbs = Object.entries(compulsory).map(([limb, amount]) => [`compulsory.${limb}`, amount]);
  return {
    lines: lines.map((line) => ({ ...line, reasons: line.reasons.map((cut) => ({ ...CUT, ...cut })) })),
    layers: { ...Object.fromEntries(limbs), commercial, fault, deductibleRate },
    ...{ advances, payable },
  };
}

export function draftOf(form: URLSearchParams): Draft {
  const at = (name: string): string => (form.get(name) ?? '').trim();
  const rows = <Row>(prefix: string, mark: string, row: (path: string) => Row): Row[] =>
    Array.from({ length: MOST }, (_, i) => `${prefix}.${i}`)
      .filter((path) => form.has(`${path}.${mark}`))
      .map(row);
  const cut = (path: string): DraftCut => ({
    ...{ code: at(`${path}.code`), amount: at(`${path}.amount`), paper: at(`${path}.paper`) },
    ...{ bearer: at(`${path}.bearer`), note: at(`${path}.note`), basis: under(form, `${path}.basis.`) },
  });
  return {
    lines: rows('lines', 'item', (path) => ({
      ...{ item: at(`${path}.item`), asked: at(`${path}.asked`), accepted: at(`${path}.accepted`) },
      reasons: rows(`${path}.reasons`, 'code', cut),
    })),
    layers: Object.fromEntries(LAYERS.map((name) => [name, at(`layers.${name}`)])),
    advances: rows('advances', 'by', (path) => ({ by: at(`${path}.by`), amount: at(`${path}.amount`) })),
    payable: rows('payable', 'to', (path) => ({ to: at(`${path}.to`), amount: at(`${path}.amount`) })),
  };
}

const under = (form: URLSearchParams, prefix: string): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value.trim()]] : [])),
  );

/** A row more or less, as the button of the form says: `addReason.0`, `dropReason.0.1`. `focus`: where to go on. */
export function changed(draft: Draft, wish: string): { readonly draft: Draft; readonly focus: string } {
  const [what = '', ...places] = wish.split('.');
  const [i = -1, n = -1] = places.map(Number);
  const { lines, advances, payable } = draft;
  const reasons = lines[i]?.reasons ?? [];
  const withReasons = (own: readonly DraftCut[]): Draft => ({
    ...draft,
    lines: lines.map((line, at) => (at === i ? { ...line, reasons: own } : line)),
  });
  const moves: Readonly<Record<string, () => readonly [Draft, string]>> = {
    addLine: () => [{ ...draft, lines: [...lines, LINE] }, `lines.${lines.length}.item`],
    dropLine: () => [{ ...draft, lines: without(lines, i) }, 'do.addLine'],
    addReason: () => [withReasons([...reasons, CUT]), `lines.${i}.reasons.${reasons.length}.code`],
    dropReason: () => [withReasons(without(reasons, n)), `do.addReason.${i}`],
    addAdvance: () => [{ ...draft, advances: [...advances, { by: '', amount: '' }] }, `advances.${advances.length}.by`],
    dropAdvance: () => [{ ...draft, advances: without(advances, i) }, 'do.addAdvance'],
    addPayable: () => [{ ...draft, payable: [...payable, { to: '', amount: '' }] }, `payable.${payable.length}.to`],
    dropPayable: () => [{ ...draft, payable: without(payable, i) }, 'do.addPayable'],
  };
  const move = Object.hasOwn(moves, what) ? moves[what] : undefined;
  const [after, focus] = move?.() ?? [draft, what === 'check' ? 'found' : ''];
  // As many rows as are read again.
  return sizes(after).some((size) => size > MOST) ? { draft, focus: 'found' } : { draft: after, focus };
}

const sizes = ({ lines, advances, payable }: Draft): number[] =>
  [lines, advances, payable, ...lines.map(({ reasons }) => reasons)].map((rows) => rows.length);

const without = <Row>(rows: readonly Row[], at: number): Row[] => rows.filter((_, i) => i !== at);
