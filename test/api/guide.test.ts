/** docs/tasks/connect-the-claim-system.md does what it says: its curl lines are run. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { isRecording } from '../../claims/recording/record.ts';
import { type Caller, caller, newRig, type Rig } from './rig.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/tasks/connect-the-claim-system.md'), 'utf8');
const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
const run = promisify(execFile);

describe('the guide to connecting a claim system', function () {
  this.timeout(60_000);
  let rig: Rig;
  let call: Caller;
  let key: string;
  before(async () => {
    rig = await newRig();
    key = await rig.key('core');
    call = caller(rig, key);
  });
  after(() => rig.stop());

  it('has lines that work, one after the other', async function () {
    if (
      await run('curl', ['--version']).then(
        () => false,
        () => true,
      )
    )
      return this.skip();
    expect(blocks).to.have.length(4);
    const env = { ...process.env, KEY: key, URL: rig.app.url };
    for (const block of blocks) {
      const { stdout } = await run('sh', ['-ec', block.replaceAll('curl -s ', 'curl -sS --fail-with-body -w "\\n" ')], {
        env,
      });
      for (const line of stdout.trim().split('\n')) expect(JSON.parse(line)).not.to.have.property('errors');
    }
    const { body } = await call('GET /api/v1/claims/PDAA202643010000001');
    expect(body.version).to.equal(4);
    expect(body.places).to.deep.equal([{ stage: 'survey', person: 'v1', since: '2026-11-19' }]);
  });

  it('names every event that is taken', () => {
    const named = [...guide.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name).filter((name) => name !== 'type');
    expect(named).to.have.length(7);
    for (const name of named) expect(isRecording(name), name).to.equal(true);
  });
});
