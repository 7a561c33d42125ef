/** What a turn needs, as index.ts hands it over. */
import { newClaimNumber } from '../../bots/claimNumber.ts';
import type { TurnDeps } from '../../bots/deps.ts';
import { wallClock } from '../../claims/clocks/days.ts';
import { flows } from '../../dialogs/index.ts';
import { loadCalendar } from '../../law/calendar.ts';
import { loadLaw } from '../../law/load.ts';
import { createRenderer } from '../../locales/render.ts';
import type { JsonObject } from '../../store/ports.ts';
import { root } from './root.ts';

export const renderer = createRenderer(`${root}/locales`, { insurer: '', hotline: '', caller: '' });
export const law = loadLaw(`${root}/law`);
const calendar = loadCalendar(`${root}/law/calendar`);
const hour = 3_600_000;

export const depsOn = (store: TurnDeps['store']): TurnDeps => ({
  ...{ flows, renderer, store, newClaimNumber, receiptUrl: () => '/receipt/signed' },
  ...{ papersUrl: () => '/chat/papers/signed', objectionUrl: () => '/chat/objection/signed' },
  law: (id, at) => ({ ...law.at(wallClock(at).slice(0, 10)).get(id, 'dialogs') }) as unknown as JsonObject,
  clocks: { law, calendar },
  service: {
    hours: { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00', holidays: [], offset: 8 * hour },
    firstContact: hour,
    caller: '',
    desk: { longestWait: 15 * 60_000, silence: 5 * 60_000, away: 90_000, largeAmount: 20_000_000 },
    branches: [],
    telling: { every: 7 * 24 * hour, gap: 600_000, quiet: { from: '22:00', until: '08:00' }, textAfter: undefined },
  },
});
