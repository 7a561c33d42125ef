/** One broken record does not hide the others who wait. */
import { join } from 'node:path';
import { expect } from 'chai';
import { createPersons, shownPerson } from '../../desk/persons.ts';
import { createRenderer } from '../../locales/render.ts';
import { StoreBusy, StoreDamaged } from '../../store/errors.ts';
import type { ConversationId, Store } from '../../store/ports.ts';

const persons = (error: Error) =>
  createPersons({
    store: { conversation: () => Promise.reject(error) } as unknown as Store,
    flows: [] as never,
    now: () => 0,
  });
const renderer = createRenderer(join(import.meta.dirname, '../../locales'), {});
const id = 'c1' as ConversationId;

describe('who stands in a row', () => {
  it('says so where what is stored of her cannot be read', async () => {
    const told = await persons(new StoreDamaged('broken')).get(id, 0);
    for (const lang of ['zh-CN', 'en'] as const)
      expect(shownPerson(renderer, lang, told)).to.deep.equal({
        person: renderer.sentence(lang, 'desk.queue.damaged'),
        said: '',
      });
  });

  it('fails where the database does not answer, and is read anew', async () => {
    let failure: unknown;
    await persons(new StoreBusy('busy'))
      .get(id, 0)
      .catch((error) => (failure = error));
    expect(failure).to.be.instanceOf(StoreBusy);
  });
});
