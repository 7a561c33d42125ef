/** The people of the demo's claims, and their text messages. */
import { expect } from 'chai';
import { DEMO_CLAIMS } from '../../demo/seed.ts';
import type { ClaimEvent, JsonObject } from '../../store/ports.ts';
import { demoDir, type Line, newTalk, type Talk } from './talk.ts';

export const phoneOf = (about: string): string => DEMO_CLAIMS.find((one) => one.about === about)?.phone ?? '';

/** The code in the text message that the phone would have got. */
export async function codeFor(talk: Talk, phone: string): Promise<string> {
  await talk.app.schedule.runDue();
  const code = /\d{6}/.exec(talk.app.demo?.last(phone)?.text ?? '')?.[0];
  if (!code) throw new Error('no code was sent');
  return code;
}

/** Asks, and proves who is asking. */
export async function verified(talk: Talk, about: string, opening = '到哪一步了'): Promise<Line[]> {
  const phone = phoneOf(about);
  let lines = await talk.say(opening);
  // Whoever was verified before is asked for the code at once.
  if (talk.open === 'identity.reference') lines = await talk.say(phone);
  if (talk.open === 'kin.as') lines = await talk.say('我本人');
  expect(lines.at(-1)?.key).to.equal('code.digits.ask');
  return talk.say(await codeFor(talk, phone));
}

/** A new person where the demo's claims are. */
export const newDemoTalk = async (): Promise<Talk> => newTalk({ from: await demoDir() });

/** What was recorded of the claim that this conversation takes part in. */
export async function recordedIn(talk: Talk, type: ClaimEvent['type']): Promise<readonly JsonObject[]> {
  const [bound] = await talk.app.store.bindings(talk.conversation);
  const all = bound ? await talk.app.store.events(bound.claim) : [];
  return all.filter((one) => one.type === type).map(({ data }) => data);
}

/** What was objected to: the line, why, and what is to be done. */
export const objectionsFiled = async (talk: Talk) =>
  (await recordedIn(talk, 'objected')).map(({ n, why, way }) => [n, why, way]);
