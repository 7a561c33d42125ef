/**
 * People and colleagues talk through Direct Line and the desk's own pages while the programs behind them are killed: nothing is
 * lost, doubled or out of order on either side, each conversation has one owner, and the trail of the desk stays whole.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { SEALS_FILE } from '../../compose-desk.ts';
import { sealer } from '../../desk/people/chain.ts';
import { verify } from '../../desk/people/verify.ts';
import { witnessesIn } from '../../scripts/audit-verify.ts';
import { auditKeyOf, loadKek } from '../../store/key.ts';
import type { Store, StoredActivity } from '../../store/ports.ts';
import { newRig } from '../desk/rig.ts';
import { withPostgres } from '../store/openPostgres.ts';
import { Chance, times, withSeed } from './chance.ts';
import { Clerk } from './clerk.ts';
import { Phone, type Where } from './phone.ts';
import { endAll, Server, sharedKey } from './server.ts';
import { newDir } from './world.ts';

/** What became of one conversation, as those who took part in it remember it. */
interface Talked {
  readonly phone: Phone;
  /** Confirmed by the desk, in order: what a colleague said to the person, and to colleagues. */
  readonly said: string[];
  readonly noted: string[];
}

/** Milliseconds for an answer: starts on a busy machine take seconds, and the kills go on meanwhile. */
const PATIENCE = 120_000;
const OPENING = ['我要报案', '没有这些情况', '同意', '13800138000', '转人工'];

describe('faults: kill -9 while colleagues talk', () => {
  afterEach(endAll);
  it(`one process on SQLite ${withSeed}`, async function () {
    this.timeout(1_200_000);
    const server = new Server(newDir());
    const staff = await accounts({ DATA_DIR: server.dir });
    await run(staff, [server], server.where);
    rmSync(server.dir, { recursive: true, force: true });
  });
});

withPostgres('faults: kill -9 while colleagues talk, two processes on one PostgreSQL', (schema) => {
  afterEach(endAll);
  it(`each request goes to either ${withSeed}`, async function () {
    this.timeout(1_200_000);
    const servers = [new Server(newDir(), schema.url), new Server(newDir(), schema.url)] as const;
    const staff = await accounts({ DATABASE_URL: schema.url, LIPEI_KEY: sharedKey });
    const chance = new Chance('either');
    const either: Where = () => {
      const [first, second] = chance.next() < 0.5 ? servers : [servers[1], servers[0]];
      return Promise.race([first.where(), sleep(0).then(() => second.where())]);
    };
    await run(staff, servers, either);
    for (const { dir } of servers) rmSync(dir, { recursive: true, force: true });
  });
});

/** Two who may act, set up as on the first day; their sessions outlive every process. */
async function accounts(env: Readonly<Record<string, string>>) {
  const rig = await newRig(env);
  const chen = await rig.first();
  const wang = await rig.invited(chen, {});
  const list = await rig.app.store.accounts();
  await rig.stop();
  const idOf = (login: string): string => list.find((one) => one.login === login)?.id ?? '';
  return [
    { id: idOf('admin'), one: chen },
    { id: idOf('wang'), one: wang },
  ] as const;
}

async function run(
  staff: Awaited<ReturnType<typeof accounts>>,
  servers: readonly Server[],
  where: Where,
): Promise<void> {
  await Promise.all(servers.map((server) => server.start()));
  const clerks = staff.map(({ id, one }) => new Clerk(id, one, where));
  let over = false;
  const talking = Promise.all(
    Array.from({ length: times(3, 6) }, (_, i) => keepTalking(where, `person-${i}`, clerks, () => over)),
  );
  talking.catch(() => {}); // reported where it is awaited
  const chance = new Chance(`kills ${servers.length}`);
  for (let kill = 0; kill < times(1, 100); kill += 1) {
    await sleep(chance.between(50, 900));
    const victim = chance.pick(servers);
    await victim.end('SIGKILL');
    expect(await victim.start(), 'it starts on what it finds').to.equal(true);
  }
  over = true;
  const talks = (await talking).flat();
  const pages = await Promise.all(talks.map((talked) => seenOnBothSides(where, clerks[0] as Clerk, talked)));
  for (const server of servers) await server.end('SIGTERM');
  const [first] = servers;
  if (!first) throw new Error('There is a server.');
  const store = await first.store();
  try {
    for (const [i, talked] of talks.entries()) await judge(store, talked, pages[i] ?? []);
    await trailIsWhole(store, first, servers.length === 1);
  } finally {
    await store.close();
  }
  const words = talks.reduce((sum, { phone, said }) => sum + phone.sent.length + said.length, 0);
  const refused = [...clerks, ...talks.map(({ phone }) => phone)].reduce((sum, one) => sum + one.refused, 0);
  process.stdout.write(`      ${talks.length} conversations, ${words} messages, ${refused} attempts refused\n`);
}

async function keepTalking(
  where: Where,
  name: string,
  clerks: readonly Clerk[],
  until: () => boolean,
): Promise<Talked[]> {
  const talks: Talked[] = [];
  do talks.push(await talk(new Phone(where, `${name}-${talks.length}`), clerks));
  while (!until());
  return talks;
}

/** 转人工, two accept, words from both sides at once, passed on, agreed, handed back. */
async function talk(phone: Phone, clerks: readonly Clerk[]): Promise<Talked> {
  const talked: Talked = { phone, said: [], noted: [] };
  await Promise.all(clerks.map((clerk) => clerk.here()));
  await phone.start();
  const hear = async (words: string): Promise<void> => phone.hear(await phone.say(words), performance.now() + PATIENCE);
  for (const words of OPENING) await hear(words);
  const id = phone.conversation;
  const results = await Promise.all(clerks.map((clerk) => clerk.act(id, 'accept')));
  expect(results.toSorted(), 'one has it, the other is told').to.deep.equal(['done', 'takenBy']);
  const [hers, his] = results[0] === 'done' ? clerks : clerks.toReversed();
  if (!hers || !his) throw new Error('There are two.');
  await Promise.all([saysThings(phone, 4), says(hers, talked, 4)]);
  expect(await hers.act(id, 'transfer', { to: his.account, note: `转给你 ${phone.name}` })).to.equal('done');
  talked.noted.push(`转给你 ${phone.name}`);
  expect(await hers.act(id, 'say', { text: '还在吗' }), 'it is not hers any more').to.equal('takenBy');
  await Promise.all([saysThings(phone, 2), says(his, talked, 3)]);
  expect(await his.act(id, 'hand-back', { agreed: '明天补照片' })).to.equal('done');
  await hear('解决了');
  return talked;
}

async function saysThings(phone: Phone, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await phone.say(`我说 ${phone.sent.length}`);
}

async function says(clerk: Clerk, { phone, said, noted }: Talked, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const text = `答复 ${said.length} 给 ${phone.name}`;
    expect(await clerk.act(phone.conversation, 'say', { text })).to.equal('done');
    said.push(text);
  }
  const text = `备注 ${noted.length} ${phone.name}`;
  expect(await clerk.act(phone.conversation, 'note', { text })).to.equal('done');
  noted.push(text);
}

/** The words of both, as the page of the desk shows them; those that the person reads must be in the same order there. */
async function seenOnBothSides(where: Where, clerk: Clerk, { phone, said, noted }: Talked): Promise<string[]> {
  const html = await clerk.page(`/workbench/c/${phone.conversation}/lines`);
  const shown = [...html.matchAll(/<p class="text"[^>]*>([^<]*)<\/p>/g)].map(([, text]) => text ?? '');
  const headers = { authorization: `Bearer ${phone.token}` };
  const answer = await fetch(`${await where()}/v3/directline/conversations/${phone.conversation}/activities`, {
    headers,
  });
  const { activities } = (await answer.json()) as { activities: { text?: string }[] };
  const own = new Set([...said, ...phone.sent.map(({ text }) => text)]);
  const hers = activities.map(({ text = '' }) => text).filter((text) => own.has(text));
  expect(
    shown.filter((text) => own.has(text) && text !== OPENING[3]),
    'one order on both sides',
  ).to.deep.equal(hers.filter((text) => text !== OPENING[3]));
  expect(
    activities.some(({ text }) => noted.includes(text ?? '')),
    'notes stay among colleagues',
  ).to.equal(false);
  return shown;
}

const textOf = ({ payload }: StoredActivity): string => String(payload.text);

async function judge(store: Store, { phone, said, noted }: Talked, shown: readonly string[]): Promise<void> {
  const lines = await store.transcript(phone.id, 0, 10_000);
  const by = (wanted: StoredActivity['direction']): string[] =>
    lines.filter(({ direction }) => direction === wanted).map(textOf);
  expect(by('user'), 'words of the person').to.deep.equal(phone.sent.map(({ text }) => text));
  expect(by('person'), 'words of colleagues').to.deep.equal(said);
  expect(by('note'), 'notes').to.deep.equal(noted);
  for (const text of [...said, ...noted]) expect(shown, 'on the page').to.include(text);
  const now = await store.conversation(phone.id);
  expect(now).to.include({ floor: 'bot', handled: now?.arrivals });
  const handoff = await store.handoffOf(phone.id);
  expect(handoff).to.include({ state: 'ended' });
  // Words that were left by a dead process may be heard after the hand-back: then they are the answer, and it stays as it was.
  expect(handoff?.outcome).to.be.oneOf(['solved', 'handedBack']);
  const keys = lines.map(({ payload }) => (payload.channelData as { key?: string } | undefined)?.key);
  for (const once of ['human.acceptedReach', 'human.transferredReach', 'human.handedBackAgreed', 'human.solved'])
    expect(keys.filter((key) => key === once).length, once).to.equal(1);
  const acts = (await store.acts({ subject: phone.conversation, limit: 1_000 })).map(({ what }) => what);
  expect(acts.filter((what) => what === 'say').length, 'each was noted').to.be.at.least(said.length);
}

/** Sealed to the end, and as it was written down elsewhere. */
async function trailIsWhole(store: Store, { dir }: Server, alone: boolean): Promise<void> {
  const key = auditKeyOf(await loadKek({ dataDir: dir, key: alone ? undefined : sharedKey }));
  while (await store.sealActs(500, sealer(key, Date.now())));
  const file = join(dir, SEALS_FILE);
  const witnesses = existsSync(file) ? witnessesIn(readFileSync(file, 'utf8')) : [];
  const { fault, acts } = await verify(store, key, witnesses);
  expect(fault).to.equal(undefined);
  expect(acts).to.be.greaterThan(0);
}
