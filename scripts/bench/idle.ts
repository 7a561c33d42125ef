/** P6: what people who have spoken once and fallen silent leave in memory. The database holds them; memory holds bounded caches. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Child, usage } from './children.ts';
import type { Measure, Options, Result } from './options.ts';
import { key, newDir, removeDir } from './product-child.ts';
import { spread } from './stats.ts';

const WARM_UP = 3000;

async function measure({ idle: count }: Options): Promise<Result[]> {
  const dir = newDir();
  const bot = await Child.start<{ url: string }>('turns.ts', [JSON.stringify({ dataDir: dir, key })], {
    node: ['--expose-gc'],
  });
  const heap = async (): Promise<number> => {
    await bot.ask('collect');
    return (await usage(bot)).heap / 1e6;
  };
  // Caches fill before the first look, or their bounded size would count as growth.
  await bot.ask({ begin: WARM_UP });
  const [before, size] = [await heap(), statSync(join(dir, 'lipei.db')).size];
  await bot.ask({ begin: count });
  const grown = ((await heap()) - before) * (100_000 / count);
  const disk = (statSync(join(dir, 'lipei.db')).size - size) / count / 1024;
  bot.kill();
  removeDir(dir);
  const note = `${count} conversations with one question asked, ${disk.toFixed(1)} KB each on disk`;
  return [{ id: 'P6', ...spread([grown]), note }];
}

export const idle: Measure = { ids: ['P6'], run: measure };
