/**
 * A program with a push channel, to be killed (LIPEI_FAILPOINT) while it delivers: data directory, address of the receiver
 * and ids of conversations as arguments. Each conversation has said `我要报案`; the child delivers until nothing is left.
 */
import type { ConversationId } from '../../store/ports.ts';
import { Post } from './post.ts';
import { pushTo } from './receiver.ts';
import { openWorld } from './world.ts';

const [dir = '', url = '', ...conversations] = process.argv.slice(2);
// Without a web server nothing else keeps a program alive that only waits for its next try.
const alive = setInterval(() => {}, 1000);
const world = await openWorld({ push: ['stub'] }, dir);
for (const id of conversations as ConversationId[]) {
  await world.inbox.open({ id, channel: 'stub', user: 'someone', at: world.clock.at });
  await world.say(id, '我要报案', { key: 'report', channel: 'stub' });
}
await world.runner.idle();
world.clock.at += 1000; // lines of one turn are a millisecond apart
await new Post(world, pushTo(url, 30_000), () => 0).all();
await world.close();
clearInterval(alive);
process.stdout.write('delivered\n');
