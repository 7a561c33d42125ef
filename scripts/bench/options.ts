/** `npm run bench -- P1 P2 --rounds 7 --seconds 5 --rows 1000000 --idle 100000 --minutes 10 --json` */
import { parseArgs } from 'node:util';
import type { GoalId } from './goals.ts';
import type { Spread } from './stats.ts';

export interface Options {
  /** What is asked for: `P4` stands for P4a, P4b and P4c; nothing for everything but the long run. */
  readonly wanted: readonly string[];
  readonly rounds: number;
  /** Of one variant in one round. */
  readonly seconds: number;
  /** Claims and conversations of the large database. */
  readonly rows: number;
  readonly idle: number;
  /** Of the long run. */
  readonly minutes: number;
  readonly json: boolean;
}

/** One line of the table. */
export interface Result extends Spread {
  readonly id: GoalId;
  readonly note?: string;
}

export interface Measure {
  readonly ids: readonly GoalId[];
  run(options: Options, wanted: (id: GoalId) => boolean): Promise<readonly Result[]>;
}

const number = (text: string | undefined, otherwise: number): number => (text === undefined ? otherwise : Number(text));

export function optionsOf(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const options = {
    rounds: text,
    seconds: text,
    rows: text,
    idle: text,
    minutes: text,
    json: { type: 'boolean' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  return {
    wanted: positionals.map((id) => id.toUpperCase()),
    rounds: number(values.rounds, 7),
    seconds: number(values.seconds, 5),
    rows: number(values.rows, 1_000_000),
    idle: number(values.idle, 100_000),
    minutes: number(values.minutes, 10),
    json: values.json ?? false,
  };
}

/** P17 takes its minutes and is run when it is asked for. */
export const asked = ({ wanted }: Options, id: GoalId): boolean =>
  wanted.length === 0
    ? id !== 'P17'
    : wanted.some((name) => id.toUpperCase() === name || id.replace(/[a-e]$/, '') === name);
