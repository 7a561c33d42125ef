import { createHash } from 'node:crypto';
import type { Conversation, Files, Store } from '../../store/ports.ts';
import { bot, claimWrite, event, fileOf, id, job, message, must, T0, turn } from './fixtures.ts';

/** What must never be readable on disk. Invented, as are the people. */
export const SECRETS = {
  idNumber: '110101199003070011',
  phone: '13800138000',
  name: '欧阳测试',
  plate: '粤B12345',
  bankCard: '6222020000000000123',
  diagnosis: '左侧第五肋骨骨折',
  gps: '22.543096,114.057865',
  hospital: '深圳市测试医院',
  fileName: '欧阳测试_诊断证明.jpg',
  policy: 'PDZA20264403000012',
  words: '我昨晚八点多在路口追尾了',
  photo: 'JPEG-bytes-of-a-photo-0123456789',
} as const;

/**
 * One whole claim, from the first word to the number, as named steps. Every step may be run again after it failed, as a
 * channel or a turn runner does.
 */
export function story(store: Store, files: Files, marker = '') {
  const conversation = id.conversation(`story${marker}`);
  const claim = id.claim(`claim${marker}`);
  const now = async (): Promise<Conversation> => must(await store.conversation(conversation), 'conversation');
  const take = async () => {
    const c = await now();
    return { c, handledUpTo: c.arrivals, waiting: c.arrivals > c.handled };
  };

  const steps: Record<string, () => Promise<unknown>> = {
    open: () => store.openConversation({ id: conversation, channel: 'wechat', person: 'new', at: T0, state: {} }),
    device: async () =>
      store.addDevice(`hash${marker}`, { person: (await now()).person, conversation, user: 'u', expiresAt: T0 * 2 }),
    joined: async () => store.accept(message(await now(), 'joined', { shown: false, payload: { name: SECRETS.name } })),
    words: async () => {
      const payload = { text: `${SECRETS.words}${marker}`, entities: [{ gps: SECRETS.gps }] };
      return store.accept(message(await now(), 'words', { payload }));
    },
    ask: async () => {
      const { c, handledUpTo, waiting } = await take();
      if (!waiting) return;
      const state = { answers: { phone: SECRETS.phone, name: SECRETS.name, hospital: SECRETS.hospital } };
      const remind = job(`remind${marker}`, T0 + 60, { conversation, payload: { call: SECRETS.phone } });
      const audit = [{ what: 'report.when.ask', data: { template: 1 } }];
      const said = [bot(`您的电话是${SECRETS.phone}`)];
      await store.commit(turn(c, { handledUpTo, state, said, jobs: [remind], audit, push: true }));
    },
    upload: async () => {
      const c = await now();
      const sha256 = createHash('sha256').update(SECRETS.photo).digest('hex');
      const file = fileOf(c, { id: id.file(`photo${marker}`), name: SECRETS.fileName, sha256 });
      if (!(await store.file(file.id))) await store.addFile(file);
      await files.put(file.id, c.person, Buffer.from(SECRETS.photo), Buffer.from(`${SECRETS.photo} without place`));
      await store.accept(message(c, 'photo', { payload: { text: SECRETS.diagnosis }, files: [file.id] }));
    },
    submit: async () => {
      const { c, handledUpTo, waiting } = await take();
      if (!waiting) return;
      const facts = {
        plate: SECRETS.plate,
        card: SECRETS.bankCard,
        idNumber: SECRETS.idNumber,
        policy: SECRETS.policy,
      };
      await store.commit(
        turn(c, {
          ...{ handledUpTo, state: { done: true, facts }, said: [bot(`车牌${SECRETS.plate}`)], push: true },
          events: [
            event(claim, { id: `reported${marker}`, person: c.person, data: facts }),
            event(claim, { id: `promise${marker}`, type: 'promiseMade', by: 'bot', data: { toCall: SECRETS.phone } }),
          ],
          claims: [claimWrite(claim, `R1${marker}`, { facts, plates: [SECRETS.plate], phones: [SECRETS.phone] })],
          bindings: [
            { conversation, person: c.person, claim, role: 'driver', level: 'selfDeclared', verifiedAt: null },
          ],
          tickets: [
            { id: `t${marker}`, kind: 'callBack', conversation, claim, at: T0, data: { phone: SECRETS.phone } },
          ],
          cancelJobs: [`remind${marker}`],
          jobs: [
            job(`call${marker}`, T0 + 90, { conversation, payload: { phone: SECRETS.phone } }),
            job('sweep', T0, { payload: { for: SECRETS.name } }),
          ],
        }),
      );
    },
    deliver: async () => {
      for (const { id: delivery, seq } of await store.dueDeliveries(T0 * 2, 10)) {
        if (seq === 2) await store.delivered(delivery);
      }
    },
    bury: async () => {
      for (const { id: delivery, seq } of await store.dueDeliveries(T0 * 2, 10)) {
        if (seq === 4) await store.buryDelivery(delivery, SECRETS.name, T0);
      }
    },
  };
  return { conversation, claim, steps };
}

/** Everything that can be read back of a story, as one plain value without random ids. */
export async function readBack(store: Store, files: Files, marker = '') {
  const { conversation, claim } = story(store, files, marker);
  const c = await store.conversation(conversation);
  if (!c) return { conversation: undefined };
  const plain = <T extends { person?: unknown }>(value: T | undefined) => value && { ...value, person: undefined };
  const file = id.file(`photo${marker}`);
  return {
    conversation: plain(c),
    lines: await store.activities(conversation, 0, 100),
    pending: (await store.pending(conversation, 100)).map((p) => ({ ...p, files: p.files.map(plain) })),
    jobs: (await store.dueJobs(T0 * 2, 100)).map((j) => ({ ...j, id: undefined })),
    deliveries: await store.dueDeliveries(T0 * 2, 100),
    claim: await store.claim(claim),
    events: (await store.events(claim)).map(plain),
    byPlate: await store.claimsByPlate(SECRETS.plate, T0, T0),
    bindings: (await store.bindings(conversation)).map(plain),
    tickets: await store.tickets(100),
    device: plain(await store.device(`hash${marker}`, T0)),
    file: plain(await store.file(file)),
    photo: String(await files.original(file, c.person)),
    shown: String(await files.display(file, c.person)),
  };
}

export async function tell(store: Store, files: Files, marker = ''): Promise<void> {
  for (const step of Object.values(story(store, files, marker).steps)) await step();
}
