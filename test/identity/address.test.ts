/** Ten codes an hour to whoever asks from one address; what is kept of the address is an HMAC, and not for long. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { newRig, type Rig } from '../desk/rig.ts';
import type { Person } from '../e2e/client.ts';

describe('codes asked for from one address', function () {
  this.timeout(60_000);
  let rig: Rig;
  beforeEach(async () => {
    rig = await newRig();
  });
  afterEach(() => rig.stop());

  const asks = (n: number): Promise<Person> => rig.person('到哪一步了', `139${String(10_000_000 + n)}`, '我本人');
  const key = (person: Person): string => String(person.heard.at(-1)?.channelData?.key);

  it('are ten an hour, whoever asks and for whatever phone; then a colleague can help', async () => {
    for (let n = 0; n < 10; n += 1) expect(key(await asks(n)), `${n}`).to.equal('code.digits.ask');
    await rig.app.schedule.runDue();
    const eleventh = await asks(10);
    expect(key(eleventh)).to.equal('identity.tooMany');
    expect(eleventh.heard.at(-1)?.text).to.include('11:00').and.include('转人工');
    rig.clock.at += 61 * 60_000;
    expect(key(await asks(11))).to.equal('code.digits.ask');
  });

  it('nothing of the address itself is kept', async () => {
    await asks(0);
    const file = readdirSync(rig.dir, { recursive: true }).find((name) => String(name).endsWith('.db'));
    const db = new DatabaseSync(join(rig.dir, String(file)), { readOnly: true });
    const rows = db.prepare('SELECT origin FROM origins').all();
    db.close();
    expect(rows).to.have.length(1);
    expect(String(rows[0]?.origin)).to.match(/^[\w-]{43}$/);
    expect(JSON.stringify(rows)).to.not.include('127.0.0.1');
  });
});
