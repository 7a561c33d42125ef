/**
 * Saves, for the version in package.json, the state of a conversation at every question: `UPDATE=1 npx node
 * scripts/state-fixtures.ts`. To be run before each release and never again for that version; test/faults/states.test.ts
 * holds all later versions to it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { everyQuestion } from '../test/faults/states.ts';

const file = join(import.meta.dirname, '../test/fixtures/states', `${packageJson.version}.json`);
const fixture = await everyQuestion();
const lines = Object.entries(fixture).map(([name, saved]) => `${JSON.stringify(name)}: ${JSON.stringify(saved)}`);
if (process.env.UPDATE === '1') {
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
  process.stdout.write(`${lines.length} states written to ${file}\n`);
} else {
  process.stdout.write(`${Object.keys(fixture).join('\n')}\nUPDATE=1 writes them to ${file}\n`);
}
