/** `npm run understand:train`: learns the weights of understanding/model/ from understanding/material/. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lessons } from './understanding/material.ts';
import { talkLessons, trainTalk } from './understanding/talk.ts';
import { type Model, trainIntents, written } from './understanding/train.ts';

function write(name: string, count: number, model: Model): void {
  const path = join(import.meta.dirname, '../understanding/model', `${name}.json`);
  writeFileSync(path, `${JSON.stringify(written(model), null, 1)}\n`);
  process.stdout.write(`${name}: ${count} sentences, ${model.features.length} features\n`);
}

const examples = lessons();
write('weights', examples.length, trainIntents(examples));
const talk = talkLessons();
write('talk', talk.length, trainTalk(talk));
