/** Many writes, one commit; what is unhurried makes none of its own while others write. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { Group } from '../../store/sqlite/group.ts';

describe('writes in one commit', () => {
  let commits: string[][];
  let group: Group;
  let broken = false;
  beforeEach(() => {
    commits = [];
    broken = false;
    const transaction = <T>(work: () => T): T => {
      commits.push([]);
      try {
        const result = work();
        if (broken) throw new Error('the disk is full');
        return result;
      } catch (error) {
        commits.pop();
        throw error;
      }
    };
    group = new Group({
      free: () => true,
      transaction,
      alone: async (work) => {
        broken = false;
        return transaction(work);
      },
    });
  });
  const write = (name: string, unhurried = false) =>
    group.run(
      () => {
        commits.at(-1)?.push(name);
        return name;
      },
      1000,
      unhurried,
    );

  it('take what comes in one turn of the event loop, in order', async () => {
    expect(await Promise.all([write('a'), write('b')])).to.deep.equal(['a', 'b']);
    await write('c');
    expect(commits).to.deep.equal([['a', 'b'], ['c']]);
  });

  it('take along, in its place, what is unhurried', async () => {
    const late = write('late', true);
    await new Promise((resolve) => setImmediate(resolve));
    expect(commits, 'it waits for others').to.deep.equal([]);
    await Promise.all([write('a'), late]);
    await sleep(20);
    expect(commits).to.deep.equal([['late', 'a']]);
  });

  it('do not let what is unhurried wait for long', async () => {
    const began = performance.now();
    expect(await Promise.all([write('x', true), write('y', true)])).to.deep.equal(['x', 'y']);
    expect(performance.now() - began).to.be.lessThan(1000);
    expect(commits).to.deep.equal([['x', 'y']]);
  });

  it('that fail together are done one by one', async () => {
    broken = true;
    expect(await Promise.all([write('late', true), write('a')])).to.deep.equal(['late', 'a']);
    expect(commits).to.deep.equal([['late'], ['a']]);
  });
});
