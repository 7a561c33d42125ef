/** A person who has reported something, and the insurer's claim system that goes on with it. */
import { expect } from 'chai';
import { newKey } from '../../api/keys.ts';
import { type Line, newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

export interface Insurer {
  post(body: object): Promise<void>;
  put(over?: object): Promise<void>;
}

export const PARTIES = [
  { id: 'i1', role: 'insured', name: '示例甲', phone: '13800138000' },
  { id: 'v1', role: 'injured', name: '示例乙', phone: '13900000002' },
  { id: 'v2', role: 'injured', name: '示例丙', phone: '13900000003' },
];

export async function insurerOf(talk: Talk, report?: string, number = 'P1'): Promise<Insurer> {
  const { key, shown } = newKey(`core${Math.random()}`, ['read', 'write'], talk.clock.at);
  await talk.app.store.addApiKey(key);
  const send = async (method: string, path: string, body: object) => {
    const answer = await fetch(`${talk.app.url}/api/v1/claims/${number}${path}`, {
      method,
      headers: { authorization: `Bearer ${shown}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status, await answer.text()).to.be.oneOf([200, 201]);
  };
  return {
    put: (over = {}) =>
      send('PUT', '', {
        ...{ parties: PARTIES.slice(0, 2), policies: [], accident: { on: '2026-11-23' } },
        ...(report ? { report } : {}),
        ...over,
      }),
    post: (body) => send('POST', '/events', body),
  };
}

export const joined = (person = 'v1') => ({ type: 'stage', change: 'joined', person, at: '2026-11-23' });
export const entered = (stage: string, at = '2026-11-24', person: string | undefined = 'v1') => ({
  ...{ type: 'stage', change: 'entered', stage, at, ...(person ? { person } : {}) },
});

/** Everything that is due is told; returns what was said. */
export async function look(talk: Talk): Promise<Line[]> {
  // The program looks by itself too; whatever it began is waited for.
  for (let i = 0; i < 3; i += 1) {
    await talk.app.lookout.lookDue();
    await talk.app.runner.idle();
  }
  return talk.listen();
}

export async function later(talk: Talk, minutes: number): Promise<Line[]> {
  talk.clock.at += minutes * 60_000;
  return look(talk);
}

export const DAY = 24 * 60;

/** The report is filed, and the insurer has taken it up: the injured person is on the way. */
export async function reported(options: Parameters<typeof newTalk>[0] = {}) {
  const talk = await newTalk(options);
  return { talk, ...(await takenUp(talk)) };
}

/** The same for somebody who is here already. */
export async function takenUp(talk: Talk, claim = 'P1') {
  await talk.sayAll('报案', ...ordinaryReport);
  const { state } = (await talk.app.store.conversation(talk.conversation)) ?? {};
  const { number = '' } = (state?.claim ?? {}) as { number?: string };
  expect(number).not.to.equal('');
  const insurer = await insurerOf(talk, number, claim);
  await insurer.put();
  await insurer.post(joined());
  await look(talk);
  return { insurer, number };
}

/** Proves in a conversation whose phone it is. */
export async function proves(talk: Talk, phone: string): Promise<void> {
  await talk.sayAll('查进度', phone);
  if (talk.open === 'kin.as') await talk.say('1');
  await talk.app.schedule.runDue();
  await talk.say(/\d{6}/.exec(talk.app.demo?.last(phone)?.text ?? '')?.[0] ?? 'no code');
}
