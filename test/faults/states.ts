/** Every question of every flow, as the state in which a person waits at it. Saved for each version that was released. */
import { newState, writeState } from '../../bots/state.ts';
import { startFrame } from '../../dialogs/frame.ts';
import { flows } from '../../dialogs/index.ts';
import { emptyTalk } from '../../dialogs/runtime.ts';
import type { Conversation, ConversationId, FileId, FileRecord, JsonObject, PersonId } from '../../store/ports.ts';
import { wholeDialogues } from './dialogues.ts';
import { hear, type Stop } from './mind.ts';

export interface Saved {
  readonly floor: Conversation['floor'];
  readonly state: JsonObject;
  /** What was on offer. */
  readonly buttons: readonly string[];
}
/** By `flow.question`. */
export type Fixture = Readonly<Record<string, Saved>>;

/** Answers that fit some question; at most others they are a mistake, which is fine too. */
export const answers = [
  ...[
    '不知道',
    '13900139000',
    '昨晚八点多',
    '八点',
    '朝阳路和青年路口',
    '右转弯时碰到了',
    '2',
    '1 人',
    '湘B67890',
    '张小明',
  ],
  ...[
    '市第一人民医院',
    '骨科 12 床',
    'PDZA20261100001',
    '没有照片',
    '提交',
    '有要改的',
    '时间填错了',
    '对方跑了',
    '是',
    '同意',
  ],
];
const PHOTO: FileRecord = {
  ...{ id: 'photo' as FileId, person: 'person' as PersonId, conversation: 'conversation' as ConversationId },
  ...{ type: 'image/jpeg', name: 'page.jpg', size: 3, sha256: '0'.repeat(64), receivedAt: 0 },
};
/** Openings, and turns off the path. */
const openings = ['我要报案', '现场怎么办', '转人工', '填错了', '取消'];

const ROWS = [1, 2].map((n) => ({ n, item: 'medical', code: 'nonMedicare', amount: '6,000' }));
const BEGUN: readonly (readonly [string, JsonObject])[] = [
  ['objection', { rows: ROWS, claim: 'claim', victim: 'v1', version: 1 }],
  ['objectionWay', { ways: ['recheck', 'notNow'], claim: 'claim', victim: 'v1', version: 1, n: 1 }],
];

/** Walks the dialogues, and from each of their steps wherever one more answer leads to something new. */
export async function everyQuestion(): Promise<Fixture> {
  const found: Record<string, Saved> = {};
  const seen = new Set<string>();
  const waiting: Stop[] = [];
  const note = (from: string, stop: Stop): void => {
    if (stop.open !== '')
      found[stop.open] ??= { floor: stop.floor, state: withoutChance(stop.state), buttons: stop.buttons };
    const edge = `${from} → ${stop.open} ${stop.buttons.length}`;
    if (!seen.has(edge)) waiting.push(stop);
    seen.add(edge);
  };
  for (const [name, { before, steps }] of wholeDialogues) {
    let stop: Stop = { state: writeState(newState('zh-CN')), floor: 'bot', open: '', buttons: [], keys: [] };
    for (const [i, text] of [...before, ...steps].entries()) {
      stop = await hear(stop.state, stop.floor, text);
      note(`${name} ${i}`, stop);
    }
    // What a photo opens after it.
    note(`${name} photo`, await hear(stop.state, stop.floor, '', [PHOTO]));
  }
  // Those that a turn begins with what it has found.
  for (const [name, params] of BEGUN) {
    const flow = flows[name];
    if (!flow) throw new Error(`there is no flow ${name}`);
    const talk = { ...emptyTalk, stack: [startFrame(flow, 0, params)] };
    note(name, await hear(writeState({ ...newState('zh-CN'), talk }), 'bot', '##'));
  }
  for (let stop = waiting.shift(); stop && seen.size < 3000; stop = waiting.shift())
    for (const text of [...stop.buttons, ...answers, ...openings])
      note(`${stop.open} ${text}`, await hear(stop.state, stop.floor, text));
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Claims have random ids and numbers; in a fixture they stay the same. */
function withoutChance(state: JsonObject): JsonObject {
  return state.claim ? { ...state, claim: { id: 'claim', number: '261124000017' } } : state;
}
