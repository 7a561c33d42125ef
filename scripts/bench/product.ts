/**
 * lipei as `npm start` starts it, on the settings of its environment, with what the bench needs besides: it answers its
 * parent's questions and tells how its database commits. BENCH_SYNCHRONOUS is for this file alone; the product refuses to
 * start with anything but FULL.
 */
import type { DatabaseSync } from 'node:sqlite';
import { readConfig } from '../../config.ts';
import { start } from '../../index.ts';
import { openStore } from '../../store/open.ts';
import { serve } from './probe.ts';

let synchronous: unknown;
function tune(connection: DatabaseSync): void {
  if (process.env.BENCH_SYNCHRONOUS === 'NORMAL') connection.exec('PRAGMA synchronous = NORMAL');
  synchronous = connection.prepare('PRAGMA synchronous').get()?.synchronous;
}

const app = await start(readConfig(process.env), Date.now, (where, options) => openStore(where, { ...options, tune }));
serve(app.url, { synchronous, firstLink: await app.firstLink() }, () => app.stop());
