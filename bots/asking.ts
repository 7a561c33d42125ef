/** Which field of the report a colleague's own words ask for, and which value of two a tap stands for. */
import type { Json, JsonObject } from '../store/ports.ts';
import { asksForField, asksWhenToCall } from '../understanding/field.ts';
import type { Line } from './acts.ts';
import type { Scope } from './scope.ts';

/** She has asked when the person may be called. */
export const CALL = 'call';

/** Where she names none. An answer counts for what is open only: nothing that was said is written over. */
export function asksFor({ runtime }: Scope, { text, choices, settles, request }: Line): string | null {
  if (text && asksWhenToCall(text)) return CALL;
  if (!text || request || settles || choices) return null;
  const field = asksForField(text, runtime.now);
  return field === undefined ? null : `report.${field}`;
}

/** Kept until she says something else. */
export function settlesOf({ settles, choices = [] }: Line): JsonObject | null {
  return settles && choices.length === 2 ? { ...settles, choices: choices.map((choice) => choice.trim()) } : null;
}

/** What the words chose of the two, as a change of the report; undefined where they are neither. */
export function settledBy(settles: Json | undefined, text: string): { readonly [field: string]: Json } | undefined {
  if (typeof settles !== 'object' || settles === null || !('choices' in settles)) return undefined;
  const { field, choices, values } = settles as unknown as { field: string; choices: string[]; values: Json[] };
  const value = values[choices.indexOf(text.trim())];
  return value === undefined ? undefined : { [field]: value };
}
