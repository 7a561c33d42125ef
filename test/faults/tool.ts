/** `npm run backup` and `npm run restore`, as an operator or a timer runs them. */
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { spawnNode } from './server.ts';

export interface Said {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export async function run(
  tool: 'backup' | 'restore',
  args: readonly string[],
  env: Record<string, string>,
): Promise<Said> {
  const child = spawnNode([`scripts/${tool}.ts`, '', ...args], env, { err: 'pipe' });
  const heard = [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : ''));
  const [code] = child.exitCode === null && child.signalCode === null ? await once(child, 'exit') : [child.exitCode];
  const [out = '', err = ''] = await Promise.all(heard);
  return { code, out, err };
}
