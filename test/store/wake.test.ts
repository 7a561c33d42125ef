import { expect } from 'chai';
import { localWake } from '../../store/wake.ts';
import { id } from './fixtures.ts';

describe('waking', () => {
  it('wakes who listens to that conversation, and nobody else', () => {
    const wake = localWake();
    const heard: string[] = [];
    wake.subscribe(id.conversation('a'), () => heard.push('a1'));
    wake.subscribe(id.conversation('a'), () => heard.push('a2'));
    wake.subscribe(id.conversation('b'), () => heard.push('b'));
    wake.wake(id.conversation('a'));
    wake.wake(id.conversation('nobody'));
    expect(heard).to.deep.equal(['a1', 'a2']);
  });

  it('ends each subscription by itself, also from within and twice', () => {
    const wake = localWake();
    let count = 0;
    const listener = () => {
      count += 1;
      stop();
    };
    const stop = wake.subscribe(id.conversation('a'), listener);
    const stopOther = wake.subscribe(id.conversation('a'), listener);
    wake.wake(id.conversation('a'));
    expect(count).to.equal(2);
    stop();
    wake.wake(id.conversation('a'));
    expect(count).to.equal(3);
    stopOther();
    wake.wake(id.conversation('a'));
    expect(count).to.equal(3);
  });

  it('wakes the others when one throws', async () => {
    const wake = localWake();
    let woken = false;
    wake.subscribe(id.conversation('a'), () => {
      throw new Error('a listener that throws');
    });
    wake.subscribe(id.conversation('a'), () => {
      woken = true;
    });
    const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
    wake.wake(id.conversation('a'));
    expect(woken).to.equal(true);
    expect((await warned).message).to.equal('a listener that throws');
  });
});
