/** A program of somebody else that holds the write lock of a database: path and milliseconds as arguments. */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const [path = '', milliseconds = '0'] = process.argv.slice(2);
const db = new DatabaseSync(path, { timeout: 10_000 });
db.exec('BEGIN IMMEDIATE');
process.stdout.write('held\n');
await sleep(Number(milliseconds));
db.exec('COMMIT');
process.stdout.write('released\n');
db.close();
