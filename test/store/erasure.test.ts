import { expect } from 'chai';
import { failAt, onIo } from '../../store/failpoints.ts';
import { DAY, NOW, T0 } from './fixtures.ts';
import { type OpenedSqlite, openInFolder, within } from './open.ts';
import { readBack, story, tell } from './story.ts';

const rows = ({ path }: OpenedSqlite): number =>
  within(path, (db) =>
    Number(
      Object.values(
        db.prepare('SELECT (SELECT count(*) FROM activities) + (SELECT count(*) FROM deliveries)').get() ?? {},
      )[0],
    ),
  );

describe('an erasure that is broken off', () => {
  afterEach(() => onIo(undefined));

  it('at any operation has happened whole or not at all for whoever reads, and is finished by the next one or by pruning', async function () {
    this.timeout(60_000);
    let broken = 0;
    let halfway = 0;
    for (let k = 1; ; k += 1) {
      const opened = await openInFolder({ now: () => NOW });
      const { store, files } = opened;
      await tell(store, files);
      const before = await readBack(store, files);
      const { conversation } = story(store, files);
      const person = (await store.conversation(conversation))?.person as never;
      onIo(failAt(k, 'forever'));
      const failed = await store.erasePerson(person).then(
        () => false,
        () => true,
      );
      onIo(undefined);
      if (await store.conversation(conversation)) {
        expect(await readBack(store, files), `operation ${k}`).to.deep.equal(before);
        await store.erasePerson(person);
      } else if (failed) halfway += 1;
      expect(await store.activities(conversation, 0, 10)).to.deep.equal([]);
      expect(await store.dueDeliveries(T0 + DAY, 10)).to.deep.equal([]);
      await (k % 2 ? store.prune(T0) : store.erasePerson(person));
      expect(rows(opened), `operation ${k}`).to.equal(0);
      await opened.dispose();
      if (!failed) break;
      broken += 1;
    }
    expect(broken).to.be.greaterThan(12);
    expect(halfway).to.be.greaterThan(1);
  });
});
