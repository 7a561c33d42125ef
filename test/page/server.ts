/** Where the page's tests find a server: the real one, on a data directory of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../config.ts';
import { start } from '../../index.ts';

export interface Running {
  readonly baseUrl: string;
  stop(): Promise<void>;
}

const DATA_DIR = mkdtempSync(join(tmpdir(), 'lipei-page-'));
process.once('exit', () => rmSync(DATA_DIR, { recursive: true, force: true }));

/** A server on a free port, or on `port` again after a stop: conversations survive in between. */
export async function startServer(port = 0): Promise<Running> {
  const config = readConfig({
    PORT: String(port),
    DATA_DIR,
    LOG_LEVEL: 'silent',
    INSURER_NAME: '示例财产保险',
    INSURER_HOTLINE: '95500',
  });
  const app = await start(config);
  await app.seedDemo();
  return { baseUrl: app.url, stop: () => app.stop() };
}
