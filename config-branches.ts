/** The insurer's branches, from a JSON file. An error names the file, the entry and what is wrong with it. */
import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import type { Branch } from './claims/branches.ts';

const word = { type: 'string', minLength: 1, maxLength: 40, pattern: '\\S' } as const;
const words = { type: 'array', items: word, maxItems: 2_000, uniqueItems: true } as const;
const schema = {
  ...{ type: 'array', maxItems: 200 },
  items: {
    ...{ type: 'object', required: ['id', 'name'], additionalProperties: false },
    properties: { id: { ...word, pattern: '^[A-Za-z0-9._-]+$' }, name: word, places: words, plates: words },
  },
} as const;
type Entry = Pick<Branch, 'id' | 'name'> & Partial<Branch>;

/** None without a file: everybody sees everything. */
export function readBranches(file: string | undefined): readonly Branch[] {
  if (!file) return [];
  const entries = parsed(file);
  const validate = new Ajv({ validateSchema: false }).compile<readonly Entry[]>(schema);
  if (!validate(entries)) throw unusable(file, wrongIn(entries, validate.errors?.[0]));
  refuseTwice(
    file,
    'the id',
    entries.map(({ id }) => id),
  );
  refuseTwice(
    file,
    'the place',
    entries.flatMap(({ places = [] }) => places.map((name) => name.toLowerCase())),
  );
  refuseTwice(
    file,
    'the plate',
    entries.flatMap(({ plates = [] }) => plates.map(signsOf)),
  );
  return entries.map(({ id, name, places = [], plates = [] }) => ({ id, name, places, plates: plates.map(signsOf) }));
}

/** As plates are kept: without a point, in capitals. */
const signsOf = (plate: string): string => plate.replace(/[ ·.-]/g, '').toUpperCase();

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw unusable(file, error instanceof Error ? error.message : String(error));
  }
}

/** In words: “entry 2 (changsha), places/0 must be string”. */
function wrongIn(entries: unknown, error: ErrorObject | undefined): string {
  const [, index, ...rest] = (error?.instancePath ?? '').split('/');
  const entry: unknown = Array.isArray(entries) && index !== undefined ? entries[Number(index)] : undefined;
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? ` (${String(entry.id)})` : '';
  const extra = error?.keyword === 'additionalProperties' ? `: ${error.params.additionalProperty}` : '';
  const where = index === undefined ? 'the whole' : `entry ${Number(index) + 1}${id}`;
  return `${[where, rest.join('/')].filter((part) => part !== '').join(', ')} ${error?.message ?? 'is wrong'}${extra}`;
}

/** Two branches cannot have the same: it would be chance to whom a report goes. */
function refuseTwice(file: string, what: string, values: readonly string[]): void {
  const twice = values.find((value, i) => values.indexOf(value) !== i);
  if (twice !== undefined) throw unusable(file, `${what} ${twice} stands there twice`);
}

const unusable = (file: string, why: string): Error =>
  new Error(
    `DESK_BRANCHES names ${file}, which is not usable (${why}): write [{ "id": "430000", "name": "…", "places": ["…"], "plates": ["…"] }], or leave DESK_BRANCHES out.`,
  );
