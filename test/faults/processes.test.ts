/** Two real programs on one PostgreSQL, behind anything that sends each request to either of them. */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import type { Store } from '../../store/ports.ts';
import { jpeg } from '../directline/pictures.ts';
import { withPostgres } from '../store/openPostgres.ts';
import { Chance, nightly, times, withSeed } from './chance.ts';
import { dialogues } from './dialogues.ts';
import { innocent, judge } from './judge.ts';
import { Phone, type Where } from './phone.ts';
import { endAll, Server } from './server.ts';
import { toldIn, transcript } from './told.ts';
import { newDir } from './world.ts';

const script = [...dialogues.report.steps, ...dialogues.details.steps];

/** No sticky sessions: each request goes to one of the two by chance, to the other where that one is down. */
const either =
  (chance: Chance, a: Server, b: Server): Where =>
  () => {
    const [first, second] = chance.next() < 0.5 ? [a, b] : [b, a];
    return Promise.race([first.where(), sleep(0).then(() => second.where())]);
  };

withPostgres('faults: two processes on one PostgreSQL', (schema) => {
  let a: Server;
  let b: Server;
  beforeEach(async () => {
    [a, b] = [new Server(newDir(), schema.url), new Server(newDir(), schema.url)];
    // Both at once on an empty database the first time: one of them makes the tables.
    expect(await Promise.all([a.start(), b.start()])).to.deep.equal([true, true]);
  });
  afterEach(async () => {
    endAll();
    for (const { dir } of [a, b]) rmSync(dir, { recursive: true, force: true });
    await schema.clear();
  });

  async function verdictOn(phones: readonly Phone[]): Promise<ReturnType<typeof innocent>> {
    const verdict = innocent();
    const store = await a.store();
    for (const { conversation, sent } of phones) await judge(store, conversation, sent, script, verdict);
    await store.close();
    return verdict;
  }

  it('what is posted through one is seen through the other, by WebSocket and by asking', async () => {
    const phone = new Phone(a.where, 'two');
    await phone.start();
    const url = await b.where();
    const socket = await listen(url, phone);
    const ids = [await phone.say('我要报案'), await phone.say('没有这些情况')];
    const [first, second] = await Promise.all(ids.map((id) => socket.answer(id)));
    expect(first && second).to.be.a('string');
    // Each line once and in order, though some came by word of the other process and some by looking.
    expect(socket.ids).to.deep.equal([...new Set(socket.ids)].sort());
    await new Phone(b.where, 'two').continue(phone).hear(ids[1] ?? '');
    socket.close();
  });

  for (const first of ['report', 'photos'] as const) {
    it(`R7 an album of nine photos sent through both ${first === 'report' ? 'after a report' : 'by somebody new'} is one claim with nine attachments`, async function () {
      this.timeout(600_000);
      for (let round = 0; round < times(1, 100); round += 1) {
        const phone = new Phone(either(new Chance(`album ${first} ${round}`), a, b), `r7-${first}-${round}`);
        await phone.start();
        if (first === 'report') await tell(phone, dialogues.report.steps);
        const ids = await Promise.all(Array.from({ length: 9 }, (_, i) => phone.upload(`photo-${i}`, [jpeg()])));
        if (first === 'photos') await tell(phone, dialogues.report.steps);
        const store = await a.store();
        await allHandled(store, phone);
        const bound = await store.bindings(phone.id);
        const events = (await Promise.all(bound.map(({ claim }) => store.events(claim)))).flat();
        const { unasked, exchanges } = toldIn(await transcript(store, phone.id));
        await store.close();
        expect(new Set(ids).size).to.equal(9);
        expect(bound).to.have.length(1);
        const files = events.filter(({ type }) => type === 'fileAdded').map(({ data }) => data.file);
        expect([files.length, new Set(files).size]).to.deep.equal([9, 9]);
        expect(unasked, 'greeted once').to.deep.equal(['home.greeting']);
        expect(exchanges).to.have.length(9 + dialogues.report.steps.length);
      }
    });
  }

  async function tell(phone: Phone, steps: readonly string[]): Promise<void> {
    for (const text of steps) await phone.hear(await phone.say(text));
  }

  async function allHandled(store: Store, { id }: Phone): Promise<void> {
    for (let left = 200; left > 0; left -= 1) {
      const now = await store.conversation(id);
      if (now && now.handled === now.arrivals) return;
      await sleep(50);
    }
  }

  it(`R9 one of them is killed again and again under load: nothing is lost, doubled, unanswered or contradicted ${withSeed}`, async function () {
    this.timeout(1_200_000);
    const chance = new Chance(this.test?.title ?? '');
    let over = false;
    const talking = Promise.all(
      Array.from({ length: times(4, 16) }, (_, i) =>
        report(either(new Chance(`way ${i}`), a, b), `r9-${i}`, () => over),
      ),
    );
    talking.catch(() => {}); // reported where it is awaited
    for (let kill = 0; kill < times(1, 100); kill += 1) {
      const victim = chance.pick([a, b]);
      await sleep(chance.between(100, 500));
      await victim.end('SIGKILL');
      expect(await victim.start(), 'it starts again').to.equal(true);
    }
    // The last one dies for good: what it had accepted is answered by the other.
    await b.end('SIGKILL');
    over = true;
    const phones = (await talking).flat();
    for (const phone of phones) await phone.hear(phone.sent.at(-1)?.id ?? '', performance.now() + 60_000);
    const refused = phones.reduce((sum, phone) => sum + phone.refused, 0);
    const messages = phones.reduce((sum, phone) => sum + phone.sent.length, 0);
    process.stdout.write(`      ${phones.length} reports, ${messages} messages, ${refused} attempts refused\n`);
    expect(await verdictOn(phones)).to.deep.equal(innocent());
  });

  it(`R16 one of them stands still in the middle of its work and goes on later: the other has not waited ${withSeed}`, async function () {
    this.timeout(600_000);
    const chance = new Chance(this.test?.title ?? '');
    let over = false;
    // Only the other one is spoken to: a process that stands still accepts connections and answers none.
    const talking = Promise.all(
      Array.from({ length: times(3, 12) }, (_, i) => report(b.where, `r16-${i}`, () => over)),
    );
    const both = report(a.where, 'r16-a', () => over);
    for (const promise of [talking, both]) promise.catch(() => {});
    for (let stop = 0; stop < times(1, 100); stop += 1) {
      a.signal('SIGSTOP');
      await sleep(nightly ? chance.between(500, 7_000) : 6_000);
      a.signal('SIGCONT');
      await sleep(chance.between(50, 300));
    }
    over = true;
    const phones = [...(await talking).flat(), ...(await both)];
    expect(await verdictOn(phones)).to.deep.equal(innocent());
  });

  it('R24 one after the other is stopped and started anew under load: nobody notices', async function () {
    this.timeout(300_000);
    let over = false;
    const talking = Promise.all(
      Array.from({ length: 4 }, (_, i) => report(either(new Chance(`way ${i}`), a, b), `r24-${i}`, () => over)),
    );
    talking.catch(() => {});
    for (const server of nightly ? [a, b, a, b, a, b] : [a, b]) {
      await sleep(500);
      const stopped = performance.now();
      await server.end('SIGTERM');
      expect(performance.now() - stopped).to.be.lessThan(10_000);

      await server.start();
    }
    over = true;
    expect(await verdictOn((await talking).flat())).to.deep.equal(innocent());
  });
});

/** One report after the other until `until` says that it is enough; the last one is finished. */
async function report(where: Where, name: string, until: () => boolean): Promise<Phone[]> {
  const phones: Phone[] = [];
  const chance = new Chance(name);
  do {
    const phone = new Phone(where, `${name}-${phones.length}`);
    phones.push(phone);
    await phone.start();
    const patient = chance.next() < 0.5;
    let last = '';
    for (const text of script) {
      last = await phone.say(text);
      if (patient) await phone.hear(last, performance.now() + 60_000);
    }
    await phone.hear(last, performance.now() + 60_000);
  } while (!until());
  return phones;
}

interface Listening {
  readonly ids: string[];
  /** The text of the bot's answer to a message. */
  answer(id: string): Promise<string>;
  close(): void;
}

/** A WebSocket of the phone's conversation at that server. */
async function listen(url: string, phone: Phone): Promise<Listening> {
  const granted = await fetch(`${url}/v3/directline/conversations/${phone.conversation}?watermark=0`, {
    headers: { authorization: `Bearer ${phone.token}` },
  });
  const { streamUrl } = (await granted.json()) as { streamUrl: string };
  const ws = new WebSocket(streamUrl.replace(/^http/, 'ws'));
  const lines: { id: string; type: string; text?: string; replyToId?: string }[] = [];
  ws.on('message', (data) => {
    const text = String(data);
    if (text) lines.push(...JSON.parse(text).activities.filter(({ type }: { type: string }) => type === 'message'));
  });
  await new Promise((open, failed) => ws.once('open', open).once('error', failed));
  return {
    get ids() {
      return lines.map(({ id }) => id);
    },
    async answer(id) {
      for (let left = 500; left > 0; left -= 1) {
        const found = lines.find(({ replyToId }) => replyToId === id);
        if (found) return found.text ?? '';
        await sleep(20);
      }
      throw new Error(`No answer to ${id} came.`);
    },
    close: () => ws.terminate(),
  };
}
