/**
 * The plain waterfall without a web server, and Recognizers-Text alone; answers `{turns}` and `{words}` of its parent (P5, P11).
 */

import { recognizeDateTime } from '@microsoft/recognizers-text-date-time';
import { recognizeNumber } from '@microsoft/recognizers-text-number';
import { ConversationState, MemoryStorage, TestAdapter } from 'botbuilder';
import { TextPrompt } from 'botbuilder-dialogs';
import { Waterfall } from './waterfall.js';

const state = new ConversationState(new MemoryStorage());
const bot = new Waterfall(state, { name: TextPrompt, place: TextPrompt, story: TextPrompt });
const adapter = new TestAdapter((context) => bot.run(context));

async function turns(count, script) {
  const before = process.cpuUsage();
  for (let n = 0; n < count; n += 1) {
    adapter.activeQueue.length = 0;
    await adapter.receiveActivity(script[n % script.length]);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

function recognised(words) {
  const began = performance.now();
  for (const text of words) {
    recognizeNumber(text, 'zh-cn');
    recognizeDateTime(text, 'zh-cn');
  }
  return ((performance.now() - began) * 1000) / words.length;
}

process.on('message', ({ count, script, words }) => {
  if (words) process.send(recognised(words));
  else void turns(count, script).then((cpu) => process.send(cpu));
});
process.on('disconnect', () => process.exit(0));
process.send({});
