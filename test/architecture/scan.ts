/**
 * Splits TypeScript or JavaScript into code, comments, strings, templates and regular expressions, well enough to look at
 * one of them without the others. Not a parser: a slash is a regular expression unless a value stands before it.
 */

export type PieceKind = 'code' | 'comment' | 'string' | 'template' | 'regex';
export interface Piece {
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
}

const TOKENS: readonly (readonly [PieceKind, RegExp])[] = [
  ['comment', /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ['string', /'(?:\\[\s\S]|[^'\\\n])*'?|"(?:\\[\s\S]|[^"\\\n])*"?/y],
  ['regex', /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y],
];
const VALUE_BEFORE = /(?:[\w$)\]}]|\+\+|--)\s*$/;
const KEYWORD_BEFORE = /\b(?:return|typeof|case|in|of|do|else|void|delete|throw|new|yield|await)\s*$/;
/** The words of a template, from its opening backquote or from the brace that ends a substitution. */
const TEMPLATE = /[`}](?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{|$)/y;
const CODE = /[\w$\s]+|[\s\S]/y;

export function scan(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  /** How many braces are open in each template substitution around us. */
  const braces: number[] = [];
  /** The last code, to tell a division from a regular expression. */
  let before = '';
  let start = 0;
  while (start < text.length) {
    const [kind, end] = next(text, start, before, braces.at(-1) === 0);
    const piece = text.slice(start, end);
    pieces.push({ kind, start, end });
    if (kind === 'template') {
      if (piece.startsWith('}')) braces.pop();
      if (piece.endsWith('${')) braces.push(0);
    } else if (kind === 'code' && (piece === '{' || piece === '}')) {
      const open = braces.pop();
      if (open !== undefined) braces.push(open + (piece === '{' ? 1 : -1));
    }
    if (kind === 'code') before = (before + piece).slice(-40);
    else if (kind !== 'comment') before = piece.endsWith('${') ? '(' : 'value';
    start = end;
  }
  return pieces;
}

/** The piece that begins here; `inTemplate`: a closing brace goes on with the template around us. */
function next(text: string, at: number, before: string, inTemplate: boolean): readonly [PieceKind, number] {
  if (text[at] === '`' || (text[at] === '}' && inTemplate)) return ['template', endOf(TEMPLATE, text, at)];
  for (const [kind, pattern] of TOKENS) {
    const end = endOf(pattern, text, at);
    if (end > at && (kind !== 'regex' || mayBeRegex(before))) return [kind, end];
  }
  return ['code', endOf(CODE, text, at)];
}

const mayBeRegex = (before: string): boolean => KEYWORD_BEFORE.test(before) || !VALUE_BEFORE.test(before);

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The text with everything but these kinds turned into blanks; lines and offsets stay. */
export function only(text: string, kinds: readonly PieceKind[]): string {
  return scan(text)
    .map(({ kind, start, end }) =>
      kinds.includes(kind) ? text.slice(start, end) : text.slice(start, end).replace(/[^\n]/g, ' '),
    )
    .join('');
}

export const codeOnly = (text: string): string => only(text, ['code']);
export const withoutComments = (text: string): string => only(text, ['code', 'string', 'template', 'regex']);
