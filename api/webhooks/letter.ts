/** What a receiver is told: which event of which claim. What it says, the receiver reads with its key: here is nobody's data. */
import { wallClock } from '../../claims/clocks/days.ts';
import type { WebhookCall } from '../../store/ports.ts';
import type { Letter } from './call.ts';

export function letterOf({ webhook, feed, event, report, insurerNumber }: WebhookCall): Letter {
  const { id, type, by, at } = event;
  const about = { cursor: String(feed), id, claim: insurerNumber, report: report || null, type, by };
  return { id, body: JSON.stringify({ webhook, ...about, recordedAt: wallClock(at) }) };
}

/** To try whether somebody is there; no event has this type. */
export const PING = 'ping';
export function pingOf(webhook: string, id: string, at: number): Letter {
  return { id, body: JSON.stringify({ webhook, id, type: PING, recordedAt: wallClock(at) }) };
}
