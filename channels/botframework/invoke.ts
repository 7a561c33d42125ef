/** `adaptiveCard/action`: a button of a card, whoever drew the card. Its data may say what the person says by pressing it. */

import type { JsonObject } from '../../store/ports.ts';
import { MAX_TEXT } from '../web/text.ts';
import type { Answer } from './adapter.ts';
import { inWords } from './buttons.ts';
import type { Context } from './deps.ts';
import type { Spoken } from './shape.ts';

const object = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** Nothing for every other kind of call: single sign-on, task modules, message extensions. */
export function asCall({ name, value }: Spoken): { readonly text: string } | undefined {
  if (name !== 'adaptiveCard/action') return undefined;
  const { text } = object(object(object(value).action).data);
  return typeof text === 'string' && text.trim() !== '' && text.length <= MAX_TEXT ? { text } : undefined;
}

/** The card stays as it is and shows this beside it. */
export function callAnswer(context: Context, lines: readonly JsonObject[]): Answer {
  const value = lines.map((line) => inWords(context, line)).join('\n\n');
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value } };
}
