/** docs/tasks/connect-the-claim-system.md does what it says: its curl lines are run. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { signedHeaders } from '../../api/webhooks/call.ts';
import { isRecording } from '../../claims/recording/record.ts';
import { newReceiver, type Receiver } from './receiver.ts';
import { type Caller, caller, NOW, newRig, type Rig } from './rig.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/tasks/connect-the-claim-system.md'), 'utf8');
const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
const run = promisify(execFile);

describe('the guide to connecting a claim system', function () {
  this.timeout(60_000);
  let rig: Rig;
  let call: Caller;
  let key: string;
  let to: Receiver;
  before(async () => {
    to = await newReceiver();
    rig = await newRig();
    key = await rig.key('core');
    call = caller(rig, key);
  });
  after(async () => {
    await rig.stop();
    await to.close();
  });

  it('has lines that work, one after the other', async function () {
    if (
      await run('curl', ['--version']).then(
        () => false,
        () => true,
      )
    )
      return this.skip();
    expect(blocks).to.have.length(7);
    const env = { ...process.env, KEY: key, URL: rig.app.url, HOOK: to.url };
    for (const block of blocks) {
      const { stdout } = await run('sh', ['-ec', block.replaceAll('curl -s ', 'curl -sS --fail-with-body -w "\\n" ')], {
        env,
      });
      for (const line of stdout.trim().split('\n')) expect(JSON.parse(line)).not.to.have.property('errors');
    }
    const { body } = await call('GET /api/v1/claims/PDAA202643010000001');
    expect(to.heard.map(({ body: one }) => one.type)).to.deep.equal(['ping']);
    expect(body.version).to.equal(8);
    expect(body.places).to.deep.equal([{ stage: 'survey', person: 'v1', since: '2026-11-19' }]);
  });

  const exampleIn = (language: string) => guide.match(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))?.[1] ?? '';
  const letter = { id: 'e1', body: '{"type":"ping","claim":"P1"}' };
  const cases = () => {
    const { 'content-length': _, ...headers } = signedHeaders('whsec_of-both', NOW, letter);
    const later = { ...headers, 'x-lipei-timestamp': String(NOW / 1000 + 1) };
    return [
      ['whsec_of-both', headers, letter.body, NOW, true],
      ['whsec_of-other', headers, letter.body, NOW, false],
      ['whsec_of-both', headers, letter.body.replace('P1', 'P2'), NOW, false],
      ['whsec_of-both', later, letter.body, NOW, false],
      ['whsec_of-both', headers, letter.body, NOW + 301_000, false],
      ['whsec_of-both', {}, letter.body, NOW, false],
    ] as const;
  };

  it('shows in Node how a signature is looked at', async () => {
    const code = `data:text/javascript,${encodeURIComponent(exampleIn('js'))}`;
    const { isFromLipei } = (await import(code)) as { isFromLipei: (...all: readonly unknown[]) => boolean };
    for (const [secret, headers, body, now, wanted] of cases())
      expect(isFromLipei(secret, headers, body, now)).to.equal(wanted);
  });

  it('shows in Python how a signature is looked at', async function () {
    const lines =
      'import json, sys\nfor s, h, b, n, w in json.loads(sys.argv[1]):\n    print(is_from_lipei(s, h, b, n / 1000) == w)';
    const found = await run('python3', ['--version']).catch(() => undefined);
    if (!found) return this.skip();
    const { stdout } = await run('python3', ['-c', `${exampleIn('py')}\n${lines}`, JSON.stringify(cases())]);
    expect(stdout.trim().split('\n')).to.deep.equal(cases().map(() => 'True'));
  });

  it('names every event that is taken', () => {
    const named = [...guide.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name).filter((name) => name !== 'type');
    expect(named).to.have.length(11);
    for (const name of named) expect(isRecording(name), name).to.equal(true);
  });
});
