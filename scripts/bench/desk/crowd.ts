/** Adjusters and people, in a process of their own: who talks to whom is made once, then words go both ways at a given pace. */
import type { ClientRequest } from 'node:http';
import { quantile } from '../stats.ts';
import { type Colleague, colleagues } from './colleague.ts';
import { Person } from './person.ts';
import { openStream, Screen } from './screen.ts';

export interface Opening {
  readonly url: string;
  readonly firstLink: string;
  readonly secret: string;
  readonly adjusters: number;
  readonly conversations: number;
}
export interface Talk {
  readonly seconds: number;
  /** Messages a second of people, and of adjusters. */
  readonly people: number;
  readonly adjusters: number;
}
export interface Talked {
  readonly lost: number;
  /** Messages that were turned away at first; the time they took counts from their first try. */
  readonly refused: number;
  /** Milliseconds from a message's first byte until the adjuster can read it, and the other way round. */
  readonly toScreen: Times;
  readonly toPerson: Times;
  readonly acknowledged: Times;
  /** Parts of pages fetched, a second. */
  readonly fetches: number;
}
interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}
interface Pair {
  readonly person: Person;
  readonly screen: Screen;
}

let staff: readonly Colleague[] = [];
const pairs: Pair[] = [];
let said = 0;

async function open({ url, firstLink, secret, ...counts }: Opening): Promise<object> {
  staff = await colleagues(url, firstLink, counts.adjusters);
  let next = 0;
  const some = async (): Promise<void> => {
    while (next < counts.conversations) {
      const n = next++;
      pairs.push(await begin(new Person(url, n), staff[n % staff.length], secret));
    }
  };
  await Promise.all(Array.from({ length: 16 }, some));
  return {};
}

async function begin(person: Person, who: Colleague | undefined, secret: string): Promise<Pair> {
  if (!who) throw new Error('Nobody is at the desk.');
  await person.begin(secret);
  const screen = new Screen(who, person.conversation);
  await accept(screen);
  await screen.open();
  return { person, screen };
}

/** A moment after she has asked for it. */
async function accept({ who, path }: Screen): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { headers } = await who.post(`${path}/accept`);
    if (headers.location === path) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error('Somebody could not be accepted.');
}

let hanging: readonly ClientRequest[] = [];
/** For every adjuster one more page that hangs: it is told of everything and reads nothing. */
async function hang(): Promise<object> {
  const first = staff.flatMap((who) => pairs.find(({ screen }) => screen.who === who) ?? []);
  hanging = await Promise.all(first.map(({ screen }) => openStream(screen.who, `${screen.path}/live`)));
  return {};
}
async function leave(): Promise<object> {
  for (const one of hanging) one.destroy();
  return {};
}

const times = (values: readonly number[]): Times => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => quantile(sorted, share);
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: sorted.at(-1) ?? Number.NaN };
};

/** Calls as often a second as asked for, however long each takes, and waits for all of them. */
async function paced(rate: number, seconds: number, one: (n: number) => Promise<void>): Promise<void> {
  const all: Promise<void>[] = [];
  const began = performance.now();
  while (all.length < rate * seconds) {
    while (all.length < (rate * (performance.now() - began)) / 1000) all.push(one(all.length));
    await new Promise((later) => setTimeout(later, 4));
  }
  await Promise.all(all);
}

const refusals = (): number => pairs.reduce((sum, { person, screen }) => sum + person.refused + screen.refused, 0);
const fetched = (): number => pairs.reduce((sum, { screen }) => sum + screen.fetches, 0);

async function talk({ seconds, people, adjusters }: Talk): Promise<Talked> {
  const [toScreen, toPerson, acknowledged]: [number[], number[], number[]] = [[], [], []];
  const [before, began] = [fetched(), performance.now()];
  const refused = refusals();
  let lost = 0;
  const note = (list: number[], took: number | undefined): void => {
    if (took === undefined) lost += 1;
    else list.push(took);
  };
  const each = (rate: number, one: (pair: Pair, words: string, began: number) => Promise<void>) =>
    paced(rate, seconds, async (n) => {
      const pair = pairs[n % pairs.length];
      said += 1;
      if (pair) await one(pair, `#${said}#`, performance.now());
    });
  await Promise.all([
    each(people, async ({ person, screen }, words, at) => {
      const found = screen.words.until(words, at);
      await person.say(`这是我的第 ${words} 句话`);
      acknowledged.push(performance.now() - at);
      note(toScreen, await found);
    }),
    each(adjusters, async ({ person, screen }, words, at) => {
      const found = person.words.until(words, at);
      await screen.say(`请您再说一下 ${words}`, words);
      note(toPerson, await found);
    }),
  ]);
  const fetches = (fetched() - before) / ((performance.now() - began) / 1000);
  const counts = { lost, fetches, refused: refusals() - refused };
  return { ...counts, toScreen: times(toScreen), toPerson: times(toPerson), acknowledged: times(acknowledged) };
}

type Question = Opening | Talk | 'hang' | 'leave';
process.on('message', (asked: Question) => {
  const answer =
    asked === 'hang' ? hang() : asked === 'leave' ? leave() : 'seconds' in asked ? talk(asked) : open(asked);
  void answer.then((told) => process.send?.(told));
});
process.on('disconnect', () => process.exit(0));
process.send?.({});
