/** Two people and the desk, through the HTTP surfaces only. */
import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { jpeg } from '../directline/pictures.ts';
import type { Person } from '../e2e/client.ts';
import { withPostgres } from '../store/openPostgres.ts';
import { type Colleague, newRig, type Rig } from './rig.ts';

const text = (person: Person): string => person.heard.map((line) => line.text ?? '').join('\n');

/** Waits for words from the desk. */
async function hears(person: Person, words: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    await person.poll();
    if (text(person).includes(words)) return;
    await new Promise((later) => setTimeout(later, 20));
  }
  throw new Error(`“${words}” was not heard`);
}

async function sees(colleague: Colleague, path: string, words: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const html = await colleague.page(path);
    if (html.includes(words)) return html;
    await new Promise((later) => setTimeout(later, 20));
  }
  throw new Error(`“${words}” is not on ${path}: ${await colleague.page(path)}`);
}

describe('the desk: a story of two', () => story(() => ({})));
withPostgres('the desk: a story of two (PostgreSQL)', (schema) =>
  story(() => ({ DATABASE_URL: schema.url, LIPEI_KEY: randomBytes(32).toString('base64') })),
);

function story(env: () => Readonly<Record<string, string>>): void {
  let rig: Rig;
  before(async function () {
    this.timeout(60_000);
    rig = await newRig(env());
  });
  after(() => rig.stop());

  it('from the first link to the hand-back: 转人工, accept, ask, photo, note, agreed, and the flow resumes', async function () {
    this.timeout(60_000);
    const chen = await rig.first();
    expect(await rig.app.firstLink(), 'once there is somebody there is no further link').to.equal(undefined);
    await chen.post('/workbench/presence', { here: '1' });
    const person = await rig.person();
    for (const words of ['我要报案', '没有这些情况', '同意', '13912345678']) await person.say(words);
    await person.say('转人工');
    const path = `/workbench/c/${person.conversation}`;

    const queue = await sees(chen, '/workbench/queue', path);
    expect(queue).to.include('客户要求').and.include('接入对话').and.not.include('13912345678');
    expect((await chen.post(`${path}/accept`)).headers.get('location')).to.equal(path);
    await hears(person, '陈主任');
    await hears(person, '0731-8888 6600');

    const page = await chen.page(path);
    expect(page, 'masked').to.include('139****5678').and.not.include('13912345678');
    expect(page).to.include('您是哪一位').and.include('报案还没提交');
    const revealed = await chen.post(`${path}/reveal`, { field: 'report.phone', reason: 'call' });
    expect(await revealed.text()).to.include('13912345678');

    await chen.post(`${path}/say`, { text: '您是开车的人吗？', choices: '是\n不是', key: 'k1' });
    await chen.post(`${path}/say`, { text: '您是开车的人吗？', choices: '是\n不是', key: 'k1' });
    await hears(person, '您是开车的人吗？');
    const asked = person.heard.filter((line) => line.text === '您是开车的人吗？');
    expect(asked, 'sent twice, said once').to.have.length(1);
    expect(asked[0]).to.have.nested.property('from.name', '陈主任');

    await chen.post(`${path}/say`, { request: 'photo' });
    expect((await person.upload(new Uint8Array(jpeg()), 'scene.jpg', 'image/jpeg')).status).to.equal(200);
    const withPhoto = await sees(chen, `${path}/lines`, 'scene.jpg');
    const file = /href="([^"]+\/files\/[^"]+)"/.exec(withPhoto)?.[1] ?? '';
    const picture = await chen.get(file);
    expect(picture.headers.get('content-type')).to.equal('image/jpeg');
    expect(picture.headers.get('content-security-policy')).to.include('sandbox');

    await chen.post(`${path}/note`, { text: '客户很着急，先安抚' });
    await sees(chen, `${path}/lines`, '客户很着急，先安抚');
    const back = await chen.post(`${path}/hand-back`, { agreed: '明天上午补照片' });
    expect(back.headers.get('location')).to.equal('/workbench/queue');
    await hears(person, '明天上午补照片');
    await person.say('解决了');
    await hears(person, '您是哪一位');
    expect(text(person), 'notes stay among colleagues').not.to.include('先安抚');
    expect((await rig.app.store.conversation(person.conversation as never))?.floor).to.equal('bot');
  });
}
