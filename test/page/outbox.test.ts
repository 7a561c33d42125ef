import { expect } from 'chai';
import { memoryStore } from '../../channels/directline/page/db.js';
import { Failure } from '../../channels/directline/page/http.js';
import { Outbox } from '../../channels/directline/page/outbox.js';
import type { Draft, Item } from '../../channels/directline/page/types.d.ts';

const say = (text: string): Draft => ({ kind: 'message', text });
const photo: Draft = { kind: 'file', name: 'a.jpg', type: 'image/jpeg', bytes: new ArrayBuffer(3) };
const nameOf = ({ draft }: Item) => (draft.kind === 'message' ? draft.text : draft.kind);
const soon = () => new Promise((resolve) => setImmediate(resolve));

/** An outbox whose line behaves as `behave` says. */
function outbox(behave: (item: Item) => Promise<void>, store = memoryStore()) {
  const tried: string[] = [];
  const states: string[] = [];
  const send = (item: Item) => {
    tried.push(nameOf(item));
    return behave(item);
  };
  const box = new Outbox(store, send, (item) => states.push(`${nameOf(item)} ${item.state}`));
  return { box, tried, states, store };
}

describe('page: outbox', () => {
  it('sends words in order, one at a time', async () => {
    const waiting: (() => void)[] = [];
    const { box, tried } = outbox(() => new Promise((resolve) => waiting.push(resolve)));
    for (const text of ['a', 'b', 'c']) await box.add(say(text), '');
    expect(tried).to.deep.equal(['a']);
    waiting[0]?.();
    await soon();
    expect(tried).to.deep.equal(['a', 'b']);
  });

  it('sends photos beside the words: a slow one holds nothing up', async () => {
    const { box, tried } = outbox((item) => (item.draft.kind === 'file' ? new Promise(() => {}) : Promise.resolve()));
    await box.add(photo, '');
    await box.add(say('a'), '');
    await box.add(say('b'), '');
    await soon();
    expect(tried).to.deep.equal(['file', 'a', 'b']);
  });

  it('keeps what did not go, and sends it under the same id when it is told to', async () => {
    let up = false;
    const ids: string[] = [];
    const { box, states, store } = outbox(async (item) => {
      ids.push(item.id);
      if (!up) throw new Failure(0);
    });
    await box.add(say('a'), '');
    await soon();
    expect(states.at(-1)).to.equal('a waiting');
    expect(await store.all()).to.have.length(1);
    up = true;
    box.flush();
    await soon();
    expect(states.at(-1)).to.equal('a delivered');
    expect(new Set(ids).size).to.equal(1);
    expect(await store.all()).to.deep.equal([]);
  });

  it('takes up after a restart what was left, in its order', async () => {
    const store = memoryStore();
    const first = outbox(async () => Promise.reject(new Failure(503)), store);
    for (const text of ['a', 'b']) await first.box.add(say(text), 'x');
    await first.box.add(photo, 'x');
    await soon();
    const second = outbox(async () => {}, store);
    await second.box.load();
    expect(second.box.size).to.equal(3);
    second.box.flush();
    await soon();
    await soon();
    expect(second.tried.filter((one) => one !== 'file')).to.deep.equal(['a', 'b']);
    expect(second.tried).to.include('file');
    await first.box.clear();
  });

  it('lets the next one pass when one is refused for good; that one can be sent again or dropped', async () => {
    let refuse = true;
    const { box, tried, states, store } = outbox(async (item) => {
      if (nameOf(item) === 'bad' && refuse) throw new Failure(400);
    });
    await box.add(say('bad'), '');
    await box.add(say('good'), '');
    await soon();
    expect(states).to.include('bad failed').and.include('good delivered');
    const [left] = await store.all();
    refuse = false;
    box.retry(left?.id ?? '');
    await soon();
    expect(tried.filter((one) => one === 'bad')).to.have.length(2);
    expect(await store.all()).to.deep.equal([]);
  });

  it('sends nothing more once it is cleared', async () => {
    const { box, tried, store } = outbox(async () => Promise.reject(new Failure(0)));
    await box.add(say('a'), '');
    await soon();
    await box.clear();
    box.flush();
    await soon();
    expect(tried).to.deep.equal(['a']);
    expect(await store.all()).to.deep.equal([]);
  });
});
