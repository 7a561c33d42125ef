import { expect } from 'chai';
import { StoreUnavailable } from '../../store/errors.ts';
import { failAt, onIo } from '../../store/failpoints.ts';
import { type Bench, type Engine, onBoth } from './engines.ts';
import { T0 } from './fixtures.ts';
import { readBack, SECRETS, story, tell } from './story.ts';

/** Runs each step until it succeeds, as the sender of a message or the runner of a turn does. */
async function tellStubbornly(opened: Bench, heal: () => void): Promise<number> {
  let failures = 0;
  for (const step of Object.values(story(opened.store, opened.files).steps)) {
    for (;;) {
      try {
        await step();
        break;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        failures += 1;
        heal();
      }
    }
  }
  return failures;
}

/** To make a database of PostgreSQL anew takes longer: not every place each time. */
const step = (engine: Engine): number => (engine.name === 'PostgreSQL' && !process.env.LIPEI_LONG ? 7 : 1);

onBoth('a disk that fails', (engine) => {
  afterEach(() => onIo(undefined));

  async function faultFree(): Promise<{ operations: number; expected: unknown }> {
    const opened = await engine.open();
    let operations = 0;
    onIo(() => {
      operations += 1;
    });
    await tell(opened.store, opened.files);
    onIo(undefined);
    const expected = await readBack(opened.store, opened.files);
    await opened.dispose();
    return { operations, expected };
  }

  for (const mode of ['once', 'forever'] as const) {
    it(`at any operation of a claim, ${mode}: afterwards all is as if it had not failed`, async function () {
      this.timeout(120_000);
      const { operations, expected } = await faultFree();
      expect(operations).to.be.greaterThan(100);
      let told = 0;
      let tried = 0;
      for (let k = 1; k <= operations; k += step(engine)) {
        let opened = await engine.open();
        onIo(failAt(k, mode));
        const failures = await tellStubbornly(opened, () => onIo(undefined));
        onIo(undefined);
        expect(failures, `operation ${k}`).to.be.at.most(1);
        tried += 1;
        told += failures;
        expect(await readBack(opened.store, opened.files), `operation ${k}`).to.deep.equal(expected);
        if (k % 10 === 0) {
          opened = await opened.reopen();
          expect(await readBack(opened.store, opened.files), `operation ${k}, reopened`).to.deep.equal(expected);
        }
        await opened.dispose();
      }
      // A machine that stalls shifts what is written together: then a fault falls past the end, or the group that it met is mended unseen.
      expect(told).to.be.at.least(tried - 3);
    });
  }

  it('while it is gone nothing is half done: every read fails or shows whole steps', async () => {
    const opened = await engine.open();
    const { steps, conversation } = story(opened.store, opened.files);
    await steps.open?.();
    await steps.words?.();
    onIo(failAt(1, 'forever'));
    await steps.ask?.().catch(() => {});
    await opened.store
      .accept({ channel: 'wechat', conversation, key: 'x', at: T0, payload: {}, shown: true })
      .catch(() => {});
    onIo(undefined);
    const lines = await opened.store.activities(conversation, 0, 10);
    expect(lines.map(({ payload }) => payload.text)).to.deep.equal([SECRETS.words]);
    await opened.dispose();
  });
});
