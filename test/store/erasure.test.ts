import { expect } from 'chai';
import { failAt, onIo } from '../../store/failpoints.ts';
import { type Bench, onBoth } from './engines.ts';
import { DAY, NOW, T0 } from './fixtures.ts';
import { readBack, story, tell } from './story.ts';

const remains = async (bench: Bench): Promise<number> =>
  Number((await bench.rows('SELECT (SELECT count(*) FROM activities) + (SELECT count(*) FROM deliveries) AS n'))[0]?.n);

onBoth('an erasure that is broken off', (engine) => {
  afterEach(() => onIo(undefined));

  it('at any operation has happened whole or not at all for whoever reads, and is finished by the next one or by pruning', async function () {
    this.timeout(60_000);
    let broken = 0;
    let halfway = 0;
    // To make a database of PostgreSQL anew takes longer.
    const stride = engine.name === 'PostgreSQL' && !process.env.LIPEI_LONG ? 3 : 1;
    for (let k = 1; ; k += stride) {
      const opened = await engine.open({ now: () => NOW });
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
      await (broken % 2 ? store.prune(T0) : store.erasePerson(person));
      expect(await remains(opened), `operation ${k}`).to.equal(0);
      await opened.dispose();
      if (!failed) break;
      broken += 1;
    }
    expect(broken * stride).to.be.greaterThan(12);
    expect(halfway * stride).to.be.greaterThan(1);
  });
});
