import { expect } from 'chai';
import { DEMO_CLAIMS } from '../../demo/seed.ts';
import { describePage, newPage } from './browser.ts';
import { theirs } from './person.ts';

describePage('page: demo', () => {
  it('tries a claim: the message that the phone would have got, its code with one tap, the way as a list', async () => {
    const page = await newPage();
    await page.getByRole('button', { name: '用演示案件试试' }).click();
    await page.locator('#demo-claims button').first().waitFor();
    expect(await page.locator('#demo-claims button').count()).to.equal(DEMO_CLAIMS.length);
    await page.getByRole('button', { name: '已经超过期限' }).click();
    await page.locator('#demo-message').getByText('演示短信').waitFor();
    await page.locator('#demo-message button').click();
    await theirs(page).getByText('核算金额').first().waitFor();
    expect(await page.locator('#demo-message').isHidden()).to.equal(true);
    await page.getByRole('button', { name: '看经过' }).click();
    await page.locator('ol.timeline').waitFor();
    const steps = await page.locator('ol.timeline li').allTextContents();
    expect(steps.length).to.equal(6);
    expect(await page.locator('ol.timeline [aria-current=step]').textContent()).to.include('核算金额');
  });

  it('tells nobody another’s message', async () => {
    const page = await newPage();
    const answer = await page.evaluate(async () => (await fetch('/demo/message?to=13900139000')).text());
    expect(answer).to.equal('{}');
  });
});
