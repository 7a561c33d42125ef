/** Talk to the bot in a terminal: the same bot, an empty conversation in a temporary store, no browser. */

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readConfig } from '../config.ts';
import { start } from '../index.ts';
import type { ConversationId, StoredActivity } from '../store/ports.ts';

interface Shown {
  readonly text?: string;
  readonly suggestedActions?: {
    readonly actions: readonly { readonly type: string; readonly title: string; readonly value: string }[];
  };
}

const dir = mkdtempSync(join(tmpdir(), 'lipei-chat-'));
const app = await start(
  readConfig({
    ...process.env,
    PORT: '0',
    DATA_DIR: dir,
    LOG_LEVEL: 'silent',
    NODE_ENV: 'development',
    DATABASE_URL: undefined,
  }),
);
const conversation = randomBytes(16).toString('base64url') as ConversationId;
let seen = 0;
let options: readonly string[] = [];

function show(activity: StoredActivity): void {
  const { text = '', suggestedActions } = activity.payload as unknown as Shown;
  process.stdout.write(`\n${text}\n`);
  const actions = suggestedActions?.actions ?? [];
  options = actions.filter((action) => action.type === 'imBack').map((action) => action.value);
  for (const action of actions.filter((a) => a.type !== 'imBack'))
    process.stdout.write(`  → ${action.title}  ${action.value}\n`);
  options.forEach((option, index) => {
    process.stdout.write(`  ${index + 1}. ${option}\n`);
  });
}

async function showNew(): Promise<void> {
  await app.runner.idle();
  const fresh = await app.store.activities(conversation, seen, 100);
  for (const activity of fresh.filter((one) => one.direction !== 'user')) show(activity);
  seen = fresh.at(-1)?.seq ?? seen;
}

async function say(text: string): Promise<void> {
  const payload = { type: 'message', text, from: { id: 'terminal', role: 'user' } };
  await app.inbox.accept({
    channel: 'terminal',
    conversation,
    key: randomBytes(8).toString('hex'),
    at: Date.now(),
    payload,
    shown: true,
  });
  await showNew();
}

await app.inbox.open({ id: conversation, channel: 'terminal', user: 'terminal', at: Date.now() });
await showNew();
const lines = createInterface({ input: process.stdin, terminal: false });
process.stdout.write('\n> ');
for await (const line of lines) {
  if (line.trim() !== '') await say(line);
  process.stdout.write('\n> ');
}
await app.stop();
rmSync(dir, { recursive: true, force: true });
