import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { describePage, newPhone } from './browser.ts';
import { mine } from './person.ts';

/** Issue: a first visit has at most 80 KB, compressed. */
const BUDGET = 80 * 1024;
/** Issue: 400 kb/s, 400 ms there and back; three buttons within 3 s. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const TAPPABLE_MS = 3_000;

describePage('page: a bad line', () => {
  it('needs at most 80 KB for a first visit, all in all', async () => {
    const phone = await newPhone();
    const page = await phone.newPage();
    const sizes = new Map<string, number>();
    const reading: Promise<unknown>[] = [];
    phone.on('response', (r) => {
      const read = async () => sizes.set(r.url(), gzipSync(await r.body().catch(() => Buffer.alloc(0))).length);
      reading.push(read());
    });
    await page.goto('/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForTimeout(500);
    await Promise.all(reading);
    const sum = [...sizes.values()].reduce((a, b) => a + b, 0);
    console.log(`      first visit: ${sizes.size} files, ${(sum / 1024).toFixed(1)} KB compressed`);
    expect(sum).to.be.at.most(BUDGET);
  });

  it('has its three buttons within 3 s at 400 kb/s and 400 ms', async () => {
    const phone = await newPhone();
    const page = await phone.newPage();
    const cdp = await phone.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', SLOW);
    const begun = performance.now();
    await page.goto('/', { waitUntil: 'commit' });
    await page.getByRole('button', { name: '我要报案' }).click();
    await page.locator('#view-chat').waitFor();
    const tapped = performance.now() - begun;
    await mine(page).first().waitFor();
    console.log(
      `      tapped after ${(tapped / 1000).toFixed(2)} s, said after ${((performance.now() - begun) / 1000).toFixed(2)} s`,
    );
    expect(tapped).to.be.at.most(TAPPABLE_MS);
  });
});
