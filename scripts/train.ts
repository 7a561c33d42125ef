/** `npm run understand:train`: learns the weights of understanding/model/weights.json from understanding/material/. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lessons } from './understanding/material.ts';
import { train, written } from './understanding/train.ts';

const examples = lessons();
const model = train(examples);
writeFileSync(
  join(import.meta.dirname, '../understanding/model/weights.json'),
  `${JSON.stringify(written(model), null, 1)}\n`,
);
process.stdout.write(`${examples.length} sentences, ${model.features.length} features\n`);
