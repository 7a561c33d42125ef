/** The whole program with a connector: it dies, it comes back, and nothing that was promised to be said is lost or doubled. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Served, serve, temporary } from '../e2e/client.ts';
import { openStub, type Stub } from './stub.ts';

const env = { ALLOW_ANONYMOUS_CONNECTOR: '1', LOG_LEVEL: 'trace' };

describe('the program behind a connector', function () {
  this.timeout(60_000);
  const { dir, remove } = temporary();
  let served: Served;
  let stub: Stub;
  before(async () => {
    stub = await openStub();
    served = await serve(dir, env);
  });
  after(async () => {
    await served.stop();
    await stub.stop();
    remove();
  });

  const say = (text: string, id: string): Promise<Response> =>
    fetch(`${served.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ type: 'message', text, id, channelId: 'webchat', serviceUrl: stub.url, locale: 'zh-CN' },
        ...{ conversation: { id: 'one' }, from: { id: 'u' }, recipient: { id: 'b' } },
      }),
    });
  const keys = () => stub.taken.map((line) => line.channelData?.key);

  it('says after kill -9 what it had not said, in order, and runs nothing twice', async () => {
    stub.answer = () => ({ status: 503 });
    expect((await say('我要报案', 'm1')).status).to.equal(200);
    expect((await say('没有这些情况', 'm2')).status).to.equal(200);
    await served.stop('SIGKILL');
    stub.answer = () => undefined;
    served = await serve(dir, env);
    expect((await say('没有这些情况', 'm2')).status).to.equal(200);
    await stub.until(2);
    expect(keys()).to.deep.equal(['report.danger.ask', 'report.consent.ask']);
  });

  it('ends on SIGTERM with a connector that hangs, and says it afterwards', async () => {
    stub.answer = () => 'never';
    await say('同意', 'm3');
    await served.stop('SIGTERM');
    stub.answer = () => undefined;
    served = await serve(dir, env);
    await stub.until(3);
    expect(keys().at(-1)).to.equal('report.phone.ask');
  });

  it('prints no word and no id of anybody, whatever its level', async () => {
    for (const secret of ['我要报案', '同意', '"one"', stub.url]) expect(served.output()).not.to.include(secret);
  });

  it('keeps out of its log what libraries print', () => {
    const root = join(import.meta.dirname, '../..');
    const program = `import('./log.ts').then((l) => { l.captureConsole('debug'); console.error(new Error('110101199003077758')); })`;
    const printed = execFileSync(process.execPath, ['-e', program], { cwd: root, stdio: 'pipe' }).toString();
    expect(printed).to.include('a library printed something').and.not.include('110101199003077758');
  });
});
