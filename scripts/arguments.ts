/** Arguments of a command. `--help` prints its usage; what it does not know is refused in one sentence with the usage, exit 2. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { dayAt, nameOf } from '../claims/clocks/days.ts';
import type { Day } from '../law/types.ts';

export function argumentsOf<const T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(`Usage: ${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    return misused(usage, error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

export function misused(usage: string, what: string): never {
  process.stderr.write(`${what}. Usage: ${usage}\n`);
  process.exit(2);
}

/** What keeps a command from its answer, without a stack. */
export function stopped(error: unknown, code: number): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(code);
}

/** The day in China, where the law is read. */
export const chinaToday = (): Day => nameOf(dayAt(Date.now()));
