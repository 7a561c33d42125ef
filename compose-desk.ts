/** The desk's part of the composition: its pages on the server, the job that seals its trail, and the first link. */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { misfits } from './api/schemas.ts';
import { SHAPES } from './api/shapes.ts';
import type { Base, Bot, Kept, Server } from './compose.ts';
import { tellingRules } from './compose-telling.ts';
import type { Words } from './compose-words.ts';
import { firstInvite } from './desk/people/invitations.ts';
import { Sealing } from './desk/people/sealing.ts';
import { prune } from './desk/people/sessions.ts';
import { createTrail } from './desk/people/trail.ts';
import { mountDesk } from './desk/web/mount.ts';
import { flows } from './dialogs/index.ts';
import type { Seal } from './store/ports.ts';

/** Seals as they were made, beside the database: whoever cuts the end off there is found out by this. */
export const SEALS_FILE = 'acts.seals';

export async function composeDesk(server: Server, base: Base, kept: Kept, words: Words, bot: Bot) {
  const { config, now, fault } = base;
  const { store, files, wake, signingKey: key } = kept;
  const { publicUrl, trustProxy } = config;
  const issuer = words.renderer.sentence('zh-CN', 'desk.name');
  const mounted = mountDesk(server, {
    ...{ store, files, wake, renderer: words.renderer, floor: bot.desk, flows, now },
    branches: config.desk.branches,
    clocks: { law: words.laws, calendar: words.calendar },
    quiet: tellingRules(base).quiet,
    releaseAbove: { settlement: config.desk.releaseAbove, advance: config.desk.releaseAdvanceAbove },
    fits: (type, data) => misfits(SHAPES[type], { type, ...data }).length === 0,
    config: { key, publicUrl, trustProxy, cookieSecure: publicUrl?.startsWith('https:') ?? false, issuer },
    onError: (error, id) => fault('the desk')(error, id),
  });
  const outside = await mountOutside(server, base, kept, words, bot);
  const sealing = new Sealing({
    ...{ store, key: kept.auditKey, now, onError: fault('sealing the trail') },
    witness: (seal) => writeDown(base, seal),
    tidy: () => prune({ store, key, now }),
  });
  return {
    close: () => {
      mounted.close();
      outside?.close();
    },
    sealing,
    /** The path where the first administrator sets up her account; undefined once there is one. */
    firstLink: () => firstInvite({ store, key, now, trail: createTrail(store, now) }),
  };
}

/** Only where one is configured: then who waits is told of to it as well. */
async function mountOutside(server: Server, base: Base, { store, wake }: Kept, { renderer }: Words, bot: Bot) {
  const { config, now, fault } = base;
  if (!config.desk.hub) return undefined;
  const { mountOutside: mount } = await import('./desk/outside/mount.ts');
  return mount(server, {
    ...{ store, wake, floor: bot.desk, trail: createTrail(store, now), config: config.desk.hub, now },
    name: renderer.sentence('zh-CN', 'desk.outside'),
    onError: (error, id) => fault('the desk outside')(error, id),
  });
}

/** Into the log, which is kept elsewhere; and where the database is a file, beside it. */
async function writeDown({ config, log }: Base, { number, last, hash }: Seal): Promise<void> {
  log.info({ number, last, hash }, 'acts sealed');
  if (config.database) return;
  await appendFile(join(config.dataDir, SEALS_FILE), `${number} ${last} ${hash}\n`, { mode: 0o600 });
}
