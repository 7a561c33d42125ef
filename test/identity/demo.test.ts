/** The whole program, as it is started: who sends, and who does not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../config.ts';
import { type App, start } from '../../index.ts';
import { start as begin, claimWrite, commit, event, id, job } from '../store/fixtures.ts';
import { T0 } from './rig.ts';

const PHONE = '13800000002';

describe('the program sends codes', () => {
  let app: App;
  let dir: string;
  const boot = async (env: Record<string, string> = {}) => {
    dir = mkdtempSync(join(tmpdir(), 'lipei-codes-'));
    app = await start(readConfig({ PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'silent', ...env }), () => T0);
  };
  afterEach(async () => {
    await app.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  /** What a turn leaves that has asked for a code for the report's phone. */
  async function ask(code: string): Promise<void> {
    const c = await begin(app.store);
    const claim = id.claim();
    const reported = event(claim, { person: c.person, data: { number: 'R1', report: { phone: PHONE } } });
    const payload = { code, named: { phone: PHONE }, lang: 'zh-CN', at: T0 };
    await commit(app.store, c, {
      ...{ events: [reported], claims: [claimWrite(claim, 'R1', { phones: [PHONE] })] },
      jobs: [job(`code:${code}`, T0, { kind: 'code', conversation: c.id, payload })],
    });
    await app.schedule.runDue();
    expect(await app.store.nextJobAt()).to.equal(null);
  }

  it('to the log of the demo, in the words of the person’s language', async () => {
    await boot();
    await ask('c1');
    expect(app.demo?.last(PHONE)?.text).to.match(/验证码 \d{6}.*5 分钟内有效/);
  });

  it('through the gateway that is configured, and then to no log', async () => {
    const heard: string[] = [];
    const server = createServer((req, res) => {
      req.on('data', (chunk) => heard.push(String(chunk))).on('end', () => res.end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
    await boot({ SMS_GATEWAY_URL: url, SMS_GATEWAY_SECRET: 's'.repeat(32) });
    await ask('c1');
    server.close();
    expect(app.demo).to.equal(undefined);
    expect(heard.map((body) => JSON.parse(body).to)).to.deep.equal([PHONE]);
  });
});
