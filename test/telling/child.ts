/** A program that tells what is due, to be killed (LIPEI_FAILPOINT) or to run beside another. Its clock starts at the given instant and is quick, so that what a dead one has claimed is free soon. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../config.ts';
import { start } from '../../index.ts';

const QUICK = 20;
const at = Number(process.argv[2]);
const began = Date.now();
const app = await start(
  readConfig({ ...process.env, PORT: '0', LOG_LEVEL: 'silent' }),
  () => at + (Date.now() - began) * QUICK,
);
// A database that is busy with the others answers later.
const next = () => app.store.nextTellingAt().catch(() => at);
while (((await next()) ?? Number.POSITIVE_INFINITY) <= at + 60_000) await sleep(20);
await app.stop();
process.stdout.write('told\n');
