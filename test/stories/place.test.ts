/** The place in the queue: right when it is told, also to several who ask at one moment, and told anew where it has changed much. */
import { expect } from 'chai';
import { comes, wang } from '../support/desk.ts';
import { anotherTalk, newTalk, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
  await comes(talk, wang, 50);
});
afterEach(() => talk.end());
const keys = (lines: readonly { key: string }[]): string[] => lines.map(({ key }) => key);
const placeIn = (text: string | undefined): number => Number(/第 (\d+) 位/.exec(text ?? '')?.[1]);
/** One after the other: who asks at the very same moment stands in no order that a test could know. */
async function ask(people: readonly Talk[], words = '转人工'): Promise<void> {
  for (const one of people) {
    talk.clock.at += 10;
    await one.say(words);
  }
  talk.clock.at += 10;
}
const many = (count: number): Promise<Talk[]> => Promise.all(Array.from({ length: count }, () => anotherTalk(talk)));

describe('the place in the queue', () => {
  it('of four who ask at one moment is told as about, and a moment later each knows her own', async () => {
    const people = await many(4);
    await Promise.all(people.map((one) => one.accept('转人工')));
    const first = await Promise.all(people.map((one) => one.listen()));
    for (const lines of first) expect(lines.at(-1)?.text).to.include('您大约排第');
    await talk.pass(0.1);
    const told = await Promise.all(
      people.map(async (one) => {
        const lines = await one.listen();
        expect(lines.length, 'one line at most').to.be.at.most(1);
        if (lines[0]) expect(lines[0].key).to.equal('human.place');
        return placeIn(one.heard.at(-1)?.text);
      }),
    );
    expect(told.toSorted()).to.deep.equal([1, 2, 3, 4]);
    await talk.pass(1.5);
    for (const one of people) expect(keys(await one.listen()), 'nothing has changed since').to.deep.equal([]);
  });

  it('is not told again where it was right, nor where it has changed little', async () => {
    const people = await many(4);
    await ask(people);
    const last = people[3] as Talk;
    expect(placeIn(last.heard.at(-1)?.text)).to.equal(4);
    await talk.pass(3);
    expect(keys(await last.listen())).to.deep.equal([]);
    await talk.app.desk.accept((people[0] as Talk).conversation, wang);
    await talk.pass(3);
    expect(keys(await last.listen()), 'one place').to.deep.equal([]);
    for (const one of people.slice(1, 3)) await talk.app.desk.accept(one.conversation, wang);
    await talk.pass(3);
    const [line, ...more] = await last.listen();
    expect(line?.text).to.equal('您现在排第 1 位。');
    expect(line?.buttons).to.deep.equal(['返回机器人']);
    expect(more, 'the changes of three minutes are one line').to.deep.equal([]);
  });

  it('is told within ten seconds to whoever is the next one, or has written since, and to nobody else', async () => {
    const people = (await many(3)) as [Talk, Talk, Talk];
    await ask(people);
    await talk.pass(1);
    const [first, second, third] = people;
    for (const one of people) await one.listen();
    await talk.app.desk.accept(first.conversation, wang);
    await talk.pass(10 / 60);
    expect(placeIn((await second.listen()).at(-1)?.text)).to.equal(1);
    expect(keys(await third.listen()), 'one place, and she is silent').to.deep.equal([]);
    await third.say('还要等多久');
    await talk.pass(10 / 60);
    expect(placeIn((await third.listen()).at(-1)?.text)).to.equal(2);
    await talk.app.desk.accept(second.conversation, wang);
    await talk.pass(10 / 60);
    expect(keys(await third.listen()), 'one line in half a minute').to.deep.equal([]);
    await talk.pass(25 / 60);
    expect(placeIn((await third.listen()).at(-1)?.text)).to.equal(1);
    await talk.pass(3);
    expect(keys(await third.listen())).to.deep.equal([]);
  });

  it('is told to whoever is passed by many graver ones, and to nobody who left or talks', async () => {
    await talk.say('转人工');
    await ask(await many(3), '人已经没了，转人工');
    expect(keys(await talk.pass(1.2))).to.deep.equal(['human.place']);
    const graver = await talk.app.store.handoffs({ state: 'waiting', limit: 10 });
    expect(placeIn(talk.heard.at(-1)?.text)).to.equal(graver.length);
    for (const { conversation } of graver)
      if (conversation !== talk.conversation) await talk.app.desk.accept(conversation, wang);
    expect(keys(await talk.pass(1))).to.deep.equal(['human.place']);
    await talk.say('返回机器人');
    expect(keys(await talk.pass(5))).to.deep.equal([]);
  });

  it('in English', async () => {
    await talk.say('Hello, I had an accident, English please');
    const ahead = await many(3);
    await ask(ahead);
    const [line] = await talk.say('I want to talk to a person');
    expect(line?.text).to.include('You are about number 4');
    for (const one of ahead) await talk.app.desk.accept(one.conversation, wang);
    expect((await talk.pass(3))[0]?.text).to.equal('You are now number 1 in the queue.');
  });
});
