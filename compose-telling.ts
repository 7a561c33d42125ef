/** What tells people of their claims before they ask: when, and by what else where nobody reads it. */
import type { TellingRules } from './bots/deps.ts';
import type { Runner } from './bots/runner.ts';
import { Lookout } from './bots/telling/lookout.ts';
import { TEXT_JOB } from './bots/telling/plan.ts';
import { sendText } from './bots/telling/text.ts';
import type { Base, Kept } from './compose.ts';
import type { Words } from './compose-words.ts';
import type { Sender } from './sms/port.ts';
import type { Job } from './store/ports.ts';

const minute = 60_000;
const week = 7 * 24 * 60 * minute;

export const tellingRules = ({ config: { sms } }: Base): TellingRules => ({
  every: week,
  gap: 10 * minute,
  quiet: { from: '22:00', until: '08:00' },
  textAfter: sms ? 10 * minute : undefined,
});

export const createLookout = ({ now, fault }: Base, { store }: Kept, runner: Runner): Lookout =>
  new Lookout({ store, runner, now, onError: fault('telling what happened') });

/** `url` is known once the server listens. */
export const textJobs = (base: Base, { store }: Kept, { renderer }: Words, sender: Sender, url: () => string) => ({
  [TEXT_JOB]: (job: Job) => {
    const { now, config } = base;
    const page = () => `${config.publicUrl ?? url()}/`;
    return sendText({ store, sender, renderer, rules: tellingRules(base), now, url: page }, job);
  },
});
