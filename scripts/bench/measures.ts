import { inProcess } from './alone.ts';
import { desk } from './desk.ts';
import { drain } from './drain.ts';
import { estimates } from './estimates.ts';
import { http } from './http.ts';
import { idle } from './idle.ts';
import { latency } from './latency.ts';
import { news } from './news.ts';
import type { Measure } from './options.ts';
import { processes } from './processes.ts';
import { queue } from './queue.ts';
import { scale } from './scale.ts';
import { soak } from './soak.ts';
import { cold } from './start.ts';
import { synchronous } from './synchronous.ts';
import { words } from './texts.ts';

/** In the order of the table, the quick ones of a kind together. */
export const measures: readonly Measure[] = [
  http,
  latency,
  inProcess,
  idle,
  cold,
  scale,
  words,
  estimates,
  processes,
  synchronous,
  drain,
  news,
  desk,
  queue,
  soak,
];
