/** `npm run understand:train`: learns the weights of understanding/model/ from understanding/material/. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lessons } from './understanding/material.ts';
import { talkLessons, trainTalk } from './understanding/talk.ts';
import { type Model, trainIntents, written } from './understanding/train.ts';

function write(name: string, count: number, model: Model, least?: number): void {
  const path = join(import.meta.dirname, '../understanding/model', `${name}.json`);
  writeFileSync(path, `${JSON.stringify(written(model, least), null, 1)}\n`);
  process.stdout.write(`${name}: ${count} sentences, ${model.features.length} features\n`);
}

const examples = lessons();
write('weights', examples.length, trainIntents(examples));
const talk = talkLessons();
// Half as large as with 16, and three of 615 sentences of the examination fewer.
const LEAST_OF_TALK = 24;
write('talk', talk.length, trainTalk(talk), LEAST_OF_TALK);
