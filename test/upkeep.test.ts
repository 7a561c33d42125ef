import { mock } from 'node:test';
import { setImmediate as breath } from 'node:timers/promises';
import { expect } from 'chai';
import { Upkeep } from '../bots/upkeep.ts';
import type { FileId } from '../store/ports.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A store with files that nobody refers to, and a note of what is asked of it. */
function fake(orphans: string[]) {
  const asked: string[] = [];
  const errors: unknown[] = [];
  let fails = false;
  const upkeep = new Upkeep({
    now: () => 100 * day,
    onError: (error) => errors.push(error),
    store: {
      prune: async (before) => {
        asked.push(`prune ${before / day}`);
        if (fails) throw new Error('the disk is gone');
      },
      sweepCodes: async (before) => void asked.push(`codes ${before / day}`),
      sweepOrigins: async (before) => void asked.push(`origins ${((100 * day - before) / day) * 24}h`),
      orphans: async (before, limit) => {
        asked.push(`orphans ${before / day}`);
        return orphans.slice(0, limit) as FileId[];
      },
      dropFile: async (id) => {
        asked.push(`drop ${id}`);
        orphans.splice(orphans.indexOf(id), 1);
      },
    },
    files: { remove: async (id) => void asked.push(`remove ${id}`) },
  });
  return {
    upkeep,
    asked,
    errors,
    fail: (wanted: boolean) => {
      fails = wanted;
    },
  };
}

async function pass(milliseconds: number): Promise<void> {
  mock.timers.tick(milliseconds);
  for (let turns = 0; turns < 20; turns += 1) await breath();
}

describe('upkeep', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('begins a minute after the start and comes back every hour', async () => {
    const { upkeep, asked } = fake([]);
    const once = ['prune 92', 'codes 99', 'origins 1.5h', 'orphans 99'];
    upkeep.start();
    await pass(minute - 1);
    expect(asked).to.deep.equal([]);
    await pass(1);
    expect(asked).to.deep.equal(once);
    await pass(60 * minute - 1);
    expect(asked).to.deep.equal(once);
    await pass(1);
    expect(asked).to.deep.equal([...once, ...once]);
    await upkeep.stop();
    await pass(60 * minute);
    expect(asked).to.have.length(8);
  });

  it('removes the bytes of a file before its record, and looks again until none is left', async () => {
    const { upkeep, asked } = fake(['a', 'b']);
    await upkeep.tidy();
    expect(asked).to.deep.equal([
      'prune 92',
      ...['codes 99', 'origins 1.5h', 'orphans 99', 'remove a', 'drop a', 'remove b', 'drop b', 'orphans 99'],
    ]);
  });

  it('that failed is reported and tried again an hour later', async () => {
    const { upkeep, asked, errors, fail } = fake([]);
    fail(true);
    upkeep.start();
    await pass(minute);
    expect(errors.map(String)).to.deep.equal(['Error: the disk is gone']);
    fail(false);
    await pass(60 * minute);
    expect(asked).to.deep.equal(['prune 92', 'prune 92', 'codes 99', 'origins 1.5h', 'orphans 99']);
    await upkeep.stop();
  });

  it('that is stopped goes no further than the file it is at', async () => {
    const { upkeep, asked } = fake(['a', 'b', 'c']);
    const tidying = upkeep.tidy();
    await upkeep.stop();
    await tidying;
    expect(asked.filter((one) => one.startsWith('drop')).length).to.be.at.most(1);
  });
});
