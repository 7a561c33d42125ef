/** The real server as a process of its own: reported over HTTP, restarted, looked into for anything personal. */

import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { jpeg as picture } from '../directline/pictures.ts';
import { Person, type Served, serve, temporary } from './client.ts';

const secrets = {
  phone: '13912345678',
  plate: '湘K8T2X6',
  place: '梧桐树大街与白马巷口',
  story: '我倒车时没有看见后面的老先生',
  name: '欧阳晓琳',
};
const report = [
  '我要报案',
  '没有这些情况',
  '同意',
  secrets.phone,
  '开车的人',
  '昨晚八点多',
  secrets.place,
  secrets.story,
  '1 人，住院了',
  '在现场，已报警',
  secrets.plate,
  '行人',
  '提交',
];

const photo = new Uint8Array(picture());

describe('the server', function () {
  this.timeout(60_000);
  const { dir, remove } = temporary();
  let served: Served;
  let person: Person;

  before(async () => {
    served = await serve(dir, { LOG_LEVEL: 'trace' });
    person = new Person(served.url);
    await person.begin();
    await person.listen();
  });
  after(async () => {
    await served.stop();
    remove();
  });

  it('takes a report over Direct Line, with a photo, and gives a printable receipt', async () => {
    for (const text of report) await person.say(text);
    const receipt = person.heard.find((line) => line.channelData?.key === 'report.receipt');
    expect(receipt?.text).to.match(/\d{4} \d{4} \d{4}/);
    expect((await person.upload(photo, 'scene.jpg', 'image/jpeg')).status).to.equal(200);
    await person.listen();
    await person.say(secrets.name);
    const page = await fetch(`${served.url}${receipt?.channelData?.url}`);
    expect(page.status).to.equal(200);
    const html = await page.text();
    expect(html).to.include(secrets.place).and.include('139****5678').and.not.include(secrets.phone);
    expect((await fetch(`${served.url}${receipt?.channelData?.url}x`)).status).to.equal(404);
  });

  it('takes a photo that is sent twice once, and forgets on “this is not my phone”', async () => {
    const [first, again] = [
      await person.upload(photo, 'b.jpg', 'image/jpeg', 'twice'),
      await person.upload(photo, 'b.jpg', 'image/jpeg', 'twice'),
    ];
    expect(await again.json()).to.deep.equal(await first.json());
    person.watermark = '';
    const links = (await person.poll()).flatMap((line) => line.attachments ?? []).map((one) => one.contentUrl);
    expect(links).to.have.length(2);
    const receipt = person.heard.find((line) => line.channelData?.key === 'report.receipt');
    const opened = async () =>
      Promise.all(
        [...links, `${served.url}${receipt?.channelData?.url}`].map(async (url) => (await fetch(url)).status),
      );
    expect(await opened()).to.deep.equal([200, 200, 200]);
    expect((await person.forget()).status).to.equal(204);
    expect(await opened()).to.deep.equal([403, 403, 404]);
    expect((await person.call('GET', `/conversations/${person.conversation}/activities`)).status).to.equal(403);
  });

  it('survives a Host header that is none', async () => {
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
    socket.end('GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).to.match(/^HTTP\/1.1 400 /);
    expect((await fetch(`${served.url}/healthz`)).status).to.equal(200);
  });

  it('goes on after a kill in mid-conversation, for the same browser', async () => {
    const other = new Person(served.url);
    await other.begin();
    await other.listen();
    for (const text of report.slice(0, 5)) await other.say(text);
    await served.stop('SIGKILL');
    served = await serve(dir, { LOG_LEVEL: 'trace', CLOCK_OFFSET_MINUTES: '1440' });
    const back = new Person(served.url);
    back.cookie = other.cookie;
    expect(await back.begin()).to.equal(true);
    expect(back.conversation).to.equal(other.conversation);
    const history = await back.poll();
    expect(history.findLast((line) => line.channelData?.question)?.channelData?.question).to.equal('when');
    // Half an hour of silence has passed too: a call-back is arranged, and the report is still there.
    expect((await back.until('report.brokenOff')).length).to.equal(1);
    const [next] = await back.say('昨晚八点多');
    expect(next?.channelData?.question).to.equal('where');
  });

  it('leaves nothing personal in its files or its log', async () => {
    const everything = [...files(dir).map((file) => readFileSync(file)), Buffer.from(served.output())];
    for (const [what, secret] of Object.entries(secrets)) {
      for (const form of forms(secret)) {
        expect(
          everything.some((bytes) => bytes.includes(form)),
          `${what} was found`,
        ).to.equal(false);
      }
    }
    expect(everything.some((bytes) => bytes.includes(Buffer.from(photo.slice(0, 60))))).to.equal(false);
  });

  it('answers its operators', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect((await fetch(`${served.url}${path}`)).status, path).to.equal(200);
    expect(await (await fetch(`${served.url}/metrics`)).text()).to.include('lipei_turn_milliseconds_count');
  });

  it('refuses to start with a mistaken setting, in one sentence', async () => {
    const failed = await serve(dir, { OFFICE_HOURS: '9-5' }).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(failed).to.include(
      'OFFICE_HOURS is not usable: set OFFICE_HOURS to opening hours in China, such as 09:00-18:00.',
    );
  });
});

const files = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile());

const forms = (secret: string): Buffer[] => {
  const bytes = Buffer.from(secret);
  return [
    bytes,
    Buffer.from(bytes.toString('base64').slice(0, -4)),
    Buffer.from(bytes.toString('hex')),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(encodeURIComponent(secret)),
  ];
};
