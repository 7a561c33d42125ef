/** `npm run import`: claims that are there already, one a line. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { importLine } from '../../api/import.ts';
import { loadLaw } from '../../law/load.ts';
import { entered, joined, NOW, newRig, type Rig, registration } from './rig.ts';

const law = loadLaw(join(import.meta.dirname, '../../law'));
const line = (number: string, over: object = {}): string =>
  JSON.stringify({ number, claim: registration(), events: [joined, entered('survey')], ...over });

describe('a first load of claims', function () {
  this.timeout(60_000);
  let rig: Rig;
  before(async () => {
    rig = await newRig();
  });
  after(() => rig.stop());
  const load = (text: string) => importLine({ store: rig.app.store, law, branches: [] }, NOW, text);
  const count = async (number: string): Promise<number | undefined> =>
    (await rig.app.store.claimOfInsurer(number))?.version;

  it('is taken line by line, and the same again changes nothing', async () => {
    for (let i = 0; i < 2; i += 1) expect(await load(line('P1'))).to.deep.equal({ status: 'done', events: 2 });
    expect(await count('P1')).to.equal(3);
  });

  it('says where in a line something is wrong, and keeps what came before', async () => {
    const wrong: readonly (readonly [string, string])[] = [
      [line('P2', { events: [joined, entered('payment')] }), '/events/1/stage'],
      [line('P3', { claim: { parties: [] } }), '/claim/policies'],
      [line('P4', { events: [{ type: 'gift' }] }), '/events/0/type'],
      [line('no number'), '/number'],
      ['[]', ''],
      ['{', ''],
    ];
    for (const [text, pointer] of wrong) {
      const found = await load(text);
      expect(found.status === 'refused' && found.errors[0]?.pointer, text).to.equal(pointer);
    }
    expect([await count('P2'), await count('P3'), await count('P4')]).to.deep.equal([2, undefined, 1]);
    expect(await load(line('P2')), 'mended: another event than the one that was kept under its place').to.deep.equal({
      ...{ status: 'done', events: 2 },
    });
  });

  it('is a command that names lines and ends with 1 where one was refused', () => {
    const dir = mkdtempSync(join(tmpdir(), 'lipei-import-'));
    writeFileSync(join(dir, 'claims.jsonl'), `${line('P1')}\n\n${line('P2', { x: 1 })}\n`);
    const script = join(import.meta.dirname, '../../scripts/import.ts');
    const env = { ...process.env, DATA_DIR: dir, LOG_LEVEL: 'silent' };
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [script, join(dir, 'none.env'), ...args], { env, encoding: 'utf8' });
    const { status, stdout, stderr } = run(join(dir, 'claims.jsonl'));
    expect([status, stderr]).to.deep.equal([1, 'line 3 /x: no field of this name\n']);
    expect(stdout).to.match(/^1 claims with 2 events/);
    expect(run().status).to.equal(2);
    expect(run(join(dir, 'nothing')).status).to.equal(1);
    rmSync(dir, { recursive: true });
  });
});
