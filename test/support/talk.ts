/** A person talking to the real bot on a real store, with a clock that stands still until it is moved. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../config.ts';
import { type App, start } from '../../index.ts';
import type {
  ClaimEvent,
  ClaimId,
  ConversationId,
  FileId,
  JsonObject,
  StoredActivity,
  Ticket,
} from '../../store/ports.ts';

/** Tuesday 24 November 2026, 10:00 in China: an ordinary working morning. */
export const tuesdayMorning = Date.parse('2026-11-24T10:00:00+08:00');

export interface Line {
  readonly key: string;
  readonly text: string;
  readonly question: string | undefined;
  readonly flow: string | undefined;
  readonly buttons: readonly string[];
  readonly data: JsonObject;
}

export class Talk {
  readonly app: App;
  readonly conversation: ConversationId;
  readonly dir: string;
  readonly clock: { at: number };
  #seen = 0;
  sent = 0;
  /** Everything the bot has said, oldest first. */
  readonly heard: Line[] = [];

  constructor(app: App, conversation: ConversationId, dir: string, clock: { at: number }) {
    this.app = app;
    this.conversation = conversation;
    this.dir = dir;
    this.clock = clock;
  }

  /** Sends words and returns what the bot answers. */
  async say(
    text: string,
    more: { key?: string; files?: readonly FileId[]; entities?: readonly JsonObject[] } = {},
  ): Promise<Line[]> {
    const accepted = await this.accept(text, more);
    if (accepted.status !== 'accepted' && accepted.status !== 'duplicate')
      throw new Error(`“${text}” was not accepted: ${accepted.status}`);
    return this.listen();
  }

  accept(
    text: string,
    { key, files, entities }: { key?: string; files?: readonly FileId[]; entities?: readonly JsonObject[] } = {},
  ) {
    this.sent += 1;
    const payload: JsonObject = {
      type: 'message',
      text,
      from: { id: 'dl_someone', role: 'user' },
      ...(entities ? { entities } : {}),
    };
    const arrival = {
      channel: 'directline',
      conversation: this.conversation,
      key: key ?? randomBytes(8).toString('hex'),
      at: this.clock.at,
      payload,
      shown: true,
    };
    return this.app.inbox.accept(files ? { ...arrival, files } : arrival);
  }

  async listen(): Promise<Line[]> {
    await this.app.runner.idle();
    const fresh = await this.app.store.activities(this.conversation, this.#seen, 1000);
    this.#seen = fresh.at(-1)?.seq ?? this.#seen;
    const lines = fresh.filter((one) => one.direction === 'bot').map(lineOf);
    this.heard.push(...lines);
    return lines;
  }

  /** Sends several answers one after the other; returns what the last one brought. */
  async sayAll(...texts: readonly string[]): Promise<Line[]> {
    let last: Line[] = [];
    for (const text of texts) last = await this.say(text);
    return last;
  }

  /** Several messages at once: all are accepted before the first is answered. */
  async sayTogether(...texts: readonly string[]): Promise<Line[]> {
    await Promise.all(texts.map((text) => this.accept(text)));
    return this.listen();
  }

  get last(): Line {
    const line = this.heard.at(-1);
    if (!line) throw new Error('The bot has not said anything yet.');
    return line;
  }

  /** The open question, `flow.question`. */
  get open(): string {
    const asked = this.heard.findLast((line) => line.question !== undefined);
    return asked ? `${asked.flow}.${asked.question}` : '';
  }

  async pass(minutes: number): Promise<Line[]> {
    this.clock.at += minutes * 60_000;
    await this.app.schedule.runDue();
    return this.listen();
  }

  /** The events of the claim that this person reported. */
  async events(): Promise<readonly ClaimEvent[]> {
    const conversation = await this.app.store.conversation(this.conversation);
    const claim = conversation?.state.claim as { id: ClaimId } | null | undefined;
    return claim ? this.app.store.events(claim.id) : [];
  }

  tickets(): Promise<readonly Ticket[]> {
    return this.app.store.tickets(100);
  }

  async addFile(name = 'scene.jpg'): Promise<FileId> {
    const conversation = await this.app.store.conversation(this.conversation);
    if (!conversation) throw new Error('no conversation');
    const id = randomBytes(16).toString('hex') as FileId;
    const record = {
      id,
      person: conversation.person,
      conversation: this.conversation,
      type: 'image/jpeg',
      name,
      size: 3,
      sha256: '0'.repeat(64),
      receivedAt: this.clock.at,
    };
    await this.app.store.addFile(record);
    return id;
  }

  async end(): Promise<void> {
    await this.app.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

function lineOf(activity: StoredActivity): Line {
  const { text, channelData, suggestedActions } = activity.payload as {
    text?: string;
    channelData?: JsonObject;
    suggestedActions?: { actions: { value: string }[] };
  };
  const data = channelData ?? {};
  return {
    key: String(data.key),
    text: text ?? '',
    question: typeof data.question === 'string' ? data.question : undefined,
    flow: typeof data.flow === 'string' ? data.flow : undefined,
    buttons: (suggestedActions?.actions ?? []).map((action) => action.value),
    data,
  };
}

/** A data directory whose database was made and left; copied, it costs a talk a tenth of making its own. */
async function made(prepare: (app: App) => Promise<unknown>): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'lipei-made-'));
  const app = await start(readConfig({ PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'silent' }), () => tuesdayMorning);
  await prepare(app);
  await app.stop();
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
const once = (make: () => Promise<string>): (() => Promise<string>) => {
  let result: Promise<string> | undefined;
  return () => {
    result ??= make();
    return result;
  };
};
const emptyDir = once(() => made(async () => {}));
/** Where the demo's claims are, as of Tuesday morning. */
export const demoDir = once(() => made((app) => app.seedDemo()));

/** A new person on an empty store, or on a copy of the data directory `from`. */
export async function newTalk(
  options: { at?: number; locale?: string; env?: Record<string, string>; from?: string } = {},
): Promise<Talk> {
  const dir = mkdtempSync(join(tmpdir(), 'lipei-test-'));
  const clock = { at: options.at ?? tuesdayMorning };
  // Another environment may mean another key, or no file at all.
  if (!options.env) cpSync(options.from ?? (await emptyDir()), dir, { recursive: true });
  const app = await start(
    readConfig({ PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'silent', ...options.env }),
    () => clock.at,
  );
  const talk = new Talk(app, newConversation(), dir, clock);
  await app.inbox.open({
    id: talk.conversation,
    channel: 'directline',
    user: 'dl_someone',
    at: clock.at,
    ...(options.locale ? { locale: options.locale } : {}),
  });
  await talk.listen();
  return talk;
}

/** A second person on the same store. */
export async function anotherTalk(first: Talk): Promise<Talk> {
  const talk = new Talk(first.app, newConversation(), first.dir, clockOf(first));
  await first.app.inbox.open({
    id: talk.conversation,
    channel: 'directline',
    user: 'dl_another',
    at: clockOf(first).at,
  });
  await talk.listen();
  return talk;
}

const newConversation = (): ConversationId => randomBytes(16).toString('hex') as ConversationId;
const clockOf = (talk: Talk): { at: number } => talk.clock;

/** Answers of a driver who hit one person in town; the last one submits. */
export const ordinaryReport = [
  '没有这些情况',
  '同意',
  '13800138000',
  '开车的人',
  '昨晚八点多',
  '朝阳路和青年路口',
  '我右转弯时碰到了直行的电动车',
  '1 人，住院了',
  '在现场，已报警',
  '湘A12345',
  '电动车、自行车',
  '提交',
] as const;
