import { expect } from 'chai';
import { describePage, newPage } from './browser.ts';
import { beginReport, choices, delivered, mine, theirs, type } from './person.ts';

describePage('page: home', () => {
  it('offers three large buttons and three numbers to dial', async () => {
    const page = await newPage();
    for (const name of ['有人受伤，先救人', '我要报案', '问进度']) {
      const box = await page.getByRole('button', { name }).boundingBox();
      expect(box?.height, name).to.be.at.least(72);
    }
    const numbers = await page
      .locator('#view-home .calls a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(numbers.slice(0, 2)).to.deep.equal(['tel:120', 'tel:122']);
    expect(numbers[2]).to.match(/^tel:\d{3,}$/);
  });

  it('shows 120 and 122 at once when somebody is hurt, also without network', async () => {
    const page = await newPage();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '有人受伤，先救人' }).click();
    const numbers = await page.locator('#rescue a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(numbers).to.deep.equal(['tel:120', 'tel:122']);
    expect(await page.locator('#rescue').isVisible()).to.equal(true);
    await page.locator('#offline').waitFor();
    await mine(page).getByText('等网络').waitFor();
    await page.context().setOffline(false);
    await delivered(page, 1);
    await page.locator('#offline').waitFor({ state: 'hidden' });
  });

  it('says a button’s words', async () => {
    const page = await newPage();
    await beginReport(page);
    expect(await mine(page).locator('.text').allTextContents()).to.deep.equal(['我要报案']);
    expect(new URL(page.url()).hash).to.equal('#chat');
  });

  it('begins no conversation for a mere look', async () => {
    const page = await newPage();
    await page.waitForTimeout(500);
    expect(await page.context().cookies()).to.deep.equal([]);
  });

  it('goes on with the last conversation after a day', async () => {
    const page = await newPage();
    await beginReport(page);
    await choices(page).first().click();
    await delivered(page, 2);
    await page.waitForTimeout(300);
    const said = await page.locator('#log .text').allTextContents();
    await page.goto('about:blank');
    await page.goto('/');
    await page.getByRole('button', { name: '继续上次的对话' }).click();
    await theirs(page).nth(1).waitFor();
    await page.waitForTimeout(300);
    expect(await page.locator('#log .text').allTextContents()).to.deep.equal(said);
  });

  it('remembers language and large text, and shows both', async () => {
    const page = await newPage();
    await page.locator('#view-home [data-do=language]').click();
    await page.getByRole('button', { name: 'I want to report an accident' }).waitFor();
    await page.locator('#view-home [data-do=large]').click();
    const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    expect(await size()).to.be.at.least(22);
    await page.reload();
    await page.getByRole('button', { name: 'I want to report an accident' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).to.equal('en');
    expect(await page.title()).to.not.match(/[\u4e00-\u9fff]/);
    expect(await size()).to.be.at.least(22);
  });

  it('tells the bot when the language changes in mid-conversation', async () => {
    const page = await newPage();
    await beginReport(page);
    const event = page.waitForRequest(
      (r) => r.method() === 'POST' && /"name":"setLanguage","value":"en"/.test(r.postData() ?? ''),
    );
    await page.locator('#view-chat [data-do=menu]').click();
    await page.locator('#menu [data-do=language]').click();
    await event;
    expect(await mine(page).locator('.head b').first().textContent()).to.equal('You');
  });

  it('names the insurer in letters where English is read', async () => {
    const page = await newPage();
    const name = page.locator('[data-insurer=name]').first();
    expect(await name.textContent()).to.equal('示例财产保险');
    await page.locator('#view-home [data-do=language]').click();
    await page.getByRole('button', { name: 'I want to report an accident' }).waitFor();
    expect(await name.textContent()).to.equal('Motor insurer');
  });

  it('closes the menu after a language is chosen, on a tap elsewhere, and on Escape', async () => {
    const page = await newPage();
    await beginReport(page);
    const menu = page.locator('#menu');
    for (const leave of [
      () => menu.locator('[data-do=language]').tap(),
      () => page.touchscreen.tap(200, 80),
      () => page.keyboard.press('Escape'),
    ]) {
      await page.locator('#view-chat [data-do=menu]').tap();
      expect(await menu.isVisible()).to.equal(true);
      await leave();
      await menu.waitFor({ state: 'hidden' });
    }
  });

  it('is usable with the keyboard alone', async () => {
    const page = await newPage({ hasTouch: false, isMobile: false });
    const until = async (selector: string) => {
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
      }
      throw new Error(`Tab never reaches ${selector}`);
    };
    await until('.big.strong');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(outline).to.equal('solid');
    await page.keyboard.press('Enter');
    await choices(page).first().waitFor();
    await until('#answers .choice');
    await page.keyboard.press('Enter');
    await delivered(page, 2);
    await until('[data-do=more]');
    await page.keyboard.press('Enter');
    expect(await page.locator('#more').isVisible()).to.equal(true);
    await page.keyboard.press('Escape');
    await until('#say-text');
    await page.keyboard.type('转人工');
    await page.keyboard.press('Enter');
    await delivered(page, 3);
  });

  it('forgets everything on a phone that is not one’s own', async () => {
    const page = await newPage();
    await beginReport(page);
    await type(page, '你好');
    await delivered(page, 2);
    await page.locator('#say-text').fill('没写完');
    await page.locator('#view-chat [data-do=menu]').click();
    await page.locator('#menu [data-do=forget]').click();
    await page.locator('#forget [data-do=forgetPhone]').click();
    await page.locator('#left').getByText('不再保留您的对话').waitFor();
    expect(page.url()).to.match(/:\d+\/$/);
    expect(await page.locator('#continue').isVisible()).to.equal(false);
    const kept = await page.evaluate(async () => ({
      settings: Object.keys(localStorage).filter((k) => k !== 'lipei.lang'),
      caches: (await caches.keys()).length,
    }));
    expect(kept).to.deep.equal({ settings: [], caches: 0 });
    await beginReport(page);
    expect(await mine(page).count()).to.equal(1);
    expect(await page.locator('#say-text').inputValue()).to.equal('');
    await page.locator('#view-chat [data-do=home]').click();
    expect(await page.locator('#left').count(), 'no longer true').to.equal(0);
  });

  it('says in the language of who leaves that the phone keeps nothing', async () => {
    const page = await newPage();
    await page.locator('#view-home [data-do=language]').click();
    await page.getByRole('button', { name: 'I want to report an accident' }).waitFor();
    await page.locator('#view-home [data-do=forget]').click();
    await page.locator('#forget [data-do=forgetPhone]').click();
    await page.locator('#left[lang=en]').getByText('You have left').waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage))).to.deep.equal([]);
  });

  it('says that it cannot forget without network', async () => {
    const page = await newPage();
    await beginReport(page);
    await page.locator('#view-chat [data-do=home]').click();
    await page.context().setOffline(true);
    await page.locator('#view-home [data-do=forget]').click();
    await page.locator('#forget [data-do=forgetPhone]').click();
    await page.getByText('还没有退出').waitFor();
  });
});
