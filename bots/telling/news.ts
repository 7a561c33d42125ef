/** What a conversation keeps of what it was told without having asked. */
import { CHINA, isZone } from '../../claims/telling/quiet.ts';
import type { Level, Told } from '../../claims/telling/types.ts';
import type { ClaimId, PendingArrival } from '../../store/ports.ts';
import type { Draft } from '../draft.ts';

export interface News {
  readonly level: Level;
  /** Of the person's clock, as her client names it; absent: China's. */
  readonly zone?: string;
  /** When something was told last, of whatever claim. */
  readonly at?: number;
  readonly claims: Readonly<Record<ClaimId, Told>>;
}

const NOTHING: News = { level: 'all', claims: {} };

export const newsOf = ({ state }: Draft): News => state.news ?? NOTHING;

export const setNews = (draft: Draft, change: Partial<News>): void =>
  draft.set({ news: { ...newsOf(draft), ...change } });

/** Marks of promises and times that are long over; nobody has more of them. */
const MARKS = 100;

export const remember = (draft: Draft, claim: ClaimId, told: Told): void =>
  setNews(draft, {
    claims: { ...newsOf(draft).claims, [claim]: { ...told, marks: told.marks.slice(-MARKS) } },
  });

/** Some clients say where their clock is; the last one counts. */
export function noteZone(draft: Draft, arrivals: readonly PendingArrival[]): void {
  const zone = arrivals.findLast(({ payload }) => typeof payload.localTimezone === 'string')?.payload.localTimezone;
  if (typeof zone !== 'string' || zone === (newsOf(draft).zone ?? CHINA) || !isZone(zone)) return;
  setNews(draft, { zone });
}
