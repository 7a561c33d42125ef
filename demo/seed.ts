/**
 * Claims of people who do not exist, for trying things out. They come in by the same door as those of an insurer, so nothing
 * in them can be what could not be. Days in claims.json are told from today: “D-9” is nine days ago.
 */
import { importLine } from '../api/import.ts';
import { dayAt, nameOf } from '../claims/clocks/days.ts';
import type { Law } from '../law/types.ts';
import list from './claims.json' with { type: 'json' };

export interface DemoClaim {
  readonly number: string;
  /** `page.demo.<about>` says what can be seen in it. */
  readonly about: string;
  /** Of the person to try it as; no message ever leaves for it. */
  readonly phone: string;
}

export const DEMO_CLAIMS: readonly DemoClaim[] = list.map(({ number, about, phone }) => ({ number, about, phone }));

/** Everybody in them: what a phone of theirs would have got can be read. */
export const DEMO_PHONES: ReadonlySet<string> = new Set(
  list.flatMap(({ claim }) => claim.parties.flatMap((party) => ('phone' in party ? [party.phone] : []))),
);

/** Once: a claim that is there already is left as it is. Throws where one of ours is refused. */
export async function seed(store: Parameters<typeof importLine>[0]['store'], law: Law, now: number): Promise<number> {
  let seeded = 0;
  for (const { number, claim, events } of list) {
    if (await store.claimOfInsurer(number)) continue;
    const line = JSON.stringify(dated({ number, claim, events }, dayAt(now)));
    const result = await importLine({ store, law, branches: [] }, now, line);
    if (result.status === 'refused')
      throw new Error(
        `The demo claim ${number} was refused: ${result.errors.map((e) => `${e.pointer} ${e.expected}`)}`,
      );
    seeded += 1;
  }
  return seeded;
}

/** Every “D-n” that begins a text becomes that day. */
function dated(value: unknown, today: number): unknown {
  if (typeof value === 'string') return value.replace(/^D-(\d+)(?=$|T)/, (_, days) => nameOf(today - Number(days)));
  if (Array.isArray(value)) return value.map((one) => dated(one, today));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, dated(one, today)]));
}
