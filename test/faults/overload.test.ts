/** R25: ten times more people than can be answered. Who is let in is answered; who is not is told so and loses nothing. */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { Request, Response } from 'restify';
import { Line, mountDoor } from '../../channels/web/door.ts';
import { reply } from '../../channels/web/errors.ts';
import { close, createServer, listen } from '../../http.ts';
import type { ConversationId, Store } from '../../store/ports.ts';
import { withPostgres } from '../store/openPostgres.ts';
import { tuesdayMorning } from '../support/talk.ts';
import { nightly, times } from './chance.ts';
import { Flood, p99, type Shot } from './flood.ts';
import { memoryOf } from './memory.ts';
import { endAll, Server } from './server.ts';
import { inOrder, toldIn, transcript } from './told.ts';
import { newConversation, newDir } from './world.ts';

/** So many that nobody says more than a person may. */
async function openMany(store: Store, count: number): Promise<ConversationId[]> {
  const opened: ConversationId[] = [];
  for (let i = 0; i < count; i += 1) {
    const id = newConversation();
    await store.openConversation({ id, channel: 'directline', person: 'new', at: tuesdayMorning, state: {} });
    opened.push(id);
  }
  await store.close();
  return opened;
}

describe('faults: more than can be answered', () => tooMany());
// What turns people away is the server, not the store: on PostgreSQL it is tried each night.
if (nightly) withPostgres('faults: more than can be answered, on PostgreSQL', (schema) => tooMany(() => schema.url));

function tooMany(database: () => string | undefined = () => undefined): void {
  afterEach(endAll);

  it('R25 ten times the load: what was acknowledged is answered, what was refused is refused with 503 and not kept', async function () {
    this.timeout(300_000);
    const server = new Server(newDir(), database());
    const conversations = await openMany(await server.store(), times(600, 6000));
    await server.start();
    const flood = new Flood(await server.where(), conversations);
    const pressed = await flood.press(16, 1500);
    const capacity = pressed.filter(({ status }) => status === 200).length / 1.5;
    const before = memoryOf(server.pid);
    // Measured while a machine is busy with something else, it says too little.
    const rate = Math.min(Math.max(10 * capacity, 2000), 4000);
    const poured = await flood.pour(rate, times(2_500, 30_000));
    const after = memoryOf(server.pid);
    const calm = await flood.pour(20, times(1_000, 10_000));
    flood.close();
    await server.end('SIGTERM');

    const shots = [...pressed, ...poured, ...calm];
    const [taken, refused, broken] = [200, 503, 0].map((wanted) => poured.filter(({ status }) => status === wanted));
    const figures = [
      `capacity ${capacity.toFixed(0)}/s`,
      `${poured.length} messages: ${taken?.length} taken (p99 ${p99(taken ?? [])}), ${refused?.length} refused (p99 ${p99(refused ?? [])}), ${broken?.length} broken`,
      `memory ${before.toFixed(0)} -> ${after.toFixed(0)} MB`,
      `p99 afterwards ${p99(calm)}`,
    ];
    process.stdout.write(`      ${figures.join(', ')}\n`);
    expect(refused, 'somebody was turned away').to.not.be.empty;
    expect(shots.filter(({ status }) => ![200, 503, 0].includes(status))).to.deep.equal([]);
    expect(shots.filter(({ status, retryAfter }) => status === 503 && retryAfter < 1)).to.deep.equal([]);
    expect(after - before, 'memory').to.be.lessThan(200);
    const store = await server.store();
    expect(await verdictOn(store, conversations, shots)).to.deep.equal({
      lost: 0,
      unanswered: 0,
      kept: 0,
      disordered: 0,
    });
    await store.close();
    rmSync(server.dir, { recursive: true, force: true });
  });
}

async function verdictOn(store: Store, conversations: readonly ConversationId[], shots: readonly Shot[]) {
  const verdict = { lost: 0, unanswered: 0, kept: 0, disordered: 0 };
  const sent = Map.groupBy(shots, ({ conversation }) => conversation);
  for (const conversation of conversations) {
    const lines = await transcript(store, conversation);
    const { exchanges } = toldIn(lines);
    const there = new Map(exchanges.map((one) => [one.text, one]));
    for (const { text, status, id } of sent.get(conversation) ?? []) {
      if (status === 200 && there.get(text)?.id !== id) verdict.lost += 1;
      if (status === 503 && there.has(text)) verdict.kept += 1;
    }
    verdict.unanswered += exchanges.filter(({ keys }) => keys.length !== 1).length;
    if (!inOrder(lines)) verdict.disordered += 1;
  }
  return verdict;
}

describe('faults: the line behind the door', () => {
  const heard: string[] = [];
  let waiting = 0;
  let refused = 0;
  let line: Line;
  beforeEach(() => {
    heard.length = 0;
    [waiting, refused] = [0, 0];
    line = new Line({ waiting: () => waiting, refused: () => (refused += 1) });
  });
  const stand = (name: number): void =>
    line.stand(
      () => heard.push(`in ${name}`),
      () => heard.push(`out ${name}`),
    );
  const until = async (count: number): Promise<void> => {
    while (heard.length < count) await sleep(1);
  };

  it('lets in one after the other, and turns away at once who finds no place', async () => {
    for (let i = 0; i < 300; i += 1) stand(i);
    expect(heard).to.deep.equal(Array.from({ length: 44 }, (_, i) => `out ${256 + i}`));
    await until(300);
    expect(heard.slice(44)).to.deep.equal(Array.from({ length: 256 }, (_, i) => `in ${i}`));
    expect(refused).to.equal(44);
  });

  it('lets nobody in while the store has enough to do, and nobody stand for long', async () => {
    waiting = 100;
    for (let i = 0; i < 10; i += 1) stand(i);
    await sleep(50);
    expect(heard).to.deep.equal([]);
    await until(10);
    expect(heard).to.deep.equal(Array.from({ length: 10 }, (_, i) => `out ${i}`));
    waiting = 99;
    stand(10);
    await until(11);
    expect(heard.at(-1)).to.equal('in 10');
  });

  it('sends nobody away because something else kept the program busy', async () => {
    stand(1);
    const until = performance.now() + 600;
    while (performance.now() < until);
    await sleep(20);
    expect(heard).to.deep.equal(['in 1']);
  });

  it('turns everybody away once it is closed', async () => {
    for (let i = 0; i < 3; i += 1) stand(i);
    line.close();
    stand(3);
    expect(heard).to.deep.equal(['out 0', 'out 1', 'out 2', 'out 3']);
    await sleep(10);
    expect(heard).to.have.length(4);
  });

  it('holds for whatever is posted through any channel; who reads, and who leaves a borrowed phone, is let in', async () => {
    const server = createServer();
    mountDoor(server, { waiting: () => 100, refused: () => {} }, ['/let/in']);
    const welcome = async (_: Request, res: Response): Promise<void> => reply(res, 200);
    for (const path of ['/api/messages', '/let/in']) {
      server.post(path, welcome);
      server.get(path, welcome);
    }
    const url = await listen(server, { host: '127.0.0.1', port: 0 });
    const body = JSON.stringify({ type: 'message', text: 'x'.repeat(100_000) });
    const posted = await fetch(`${url}/api/messages`, { method: 'POST', body });
    expect(posted.status).to.equal(503);
    expect(Number(posted.headers.get('retry-after'))).to.be.within(1, 3);
    expect((await posted.json()).error.code).to.equal('ServiceUnavailable');
    expect((await fetch(`${url}/api/messages`)).status).to.equal(200);
    expect((await fetch(`${url}/let/in`, { method: 'POST', body })).status).to.equal(200);
    await close(server);
  });
});
