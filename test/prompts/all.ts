/** One of each kind of question. */
import * as prompts from '../../prompts/index.ts';
import type { Kind } from '../../prompts/kind.ts';
import { dangerNow, sceneStatus } from '../../prompts/vocabulary.ts';

export const all: readonly Kind<unknown>[] = [
  prompts.yesNo(),
  prompts.choice(dangerNow),
  prompts.choice(sceneStatus),
  prompts.count({ min: 0, max: 100 }),
  prompts.time(),
  prompts.place(),
  prompts.hospital(),
  prompts.plate(),
  prompts.phone(),
  prompts.name(),
  prompts.idNumber(),
  prompts.money(),
  prompts.text({ min: 2, max: 2_000 }),
  prompts.photo(),
  prompts.casualties(),
  prompts.otherSide(),
  prompts.orUnknown(prompts.plate()),
  prompts.code(),
  prompts.reference(),
  prompts.pick(3),
];
