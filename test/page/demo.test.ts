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

  it('draws where the money goes, and the same as a table; an objection ends with a letter to print', async () => {
    const page = await newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: '用演示案件试试' }).click();
    await page.getByRole('button', { name: /算好了/ }).click();
    await page.locator('#demo-message button').click();
    const tap = async (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).last().click();
    await tap('为什么少赔');
    const rows = page.locator('.money table tr');
    await rows.first().waitFor();
    const amounts = (await rows.allTextContents()).map((row) => row.replace(/^\D+/, ''));
    expect(amounts).to.deep.equal(['12,000', '29,400', '4,200', '14,400']);
    expect(await page.locator('.money svg[aria-hidden=true] rect').count(), 'a bar each').to.equal(4);
    await tap('第 1 条');
    await theirs(page).getByText('(8,000 − 2,000) × 70%').waitFor();
    await tap('我不同意');
    await theirs(page).getByText('您觉得哪里不对').waitFor();
    await page.getByPlaceholder('直接说就行').fill('药是医生开的');
    await page.keyboard.press('Enter');
    await tap(/^\d? *对$/);
    await tap(/请理赔员再核/);
    const letter = theirs(page).getByRole('link', { name: '打开异议书草稿' });
    const href = (await letter.getAttribute('href')) ?? '';
    await page.goto(new URL(href, page.url()).href);
    const text = (await page.locator('main').textContent()) ?? '';
    for (const part of ['DEMO-0004', '4,200 元', '药是医生开的']) expect(text).to.include(part);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, 'nothing runs off a phone').to.be.at.most(390);
  });

  it('tells nobody another’s message', async () => {
    const page = await newPage();
    const answer = await page.evaluate(async () => (await fetch('/demo/message?to=13900139000')).text());
    expect(answer).to.equal('{}');
  });
});
