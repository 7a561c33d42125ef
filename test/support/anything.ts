/** What people send instead of an answer, and what answers each question of every flow. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readState } from '../../bots/state.ts';
import { flows } from '../../dialogs/index.ts';
import { openQuestion, type Runtime } from '../../dialogs/runtime.ts';
import type { ConversationId, FileId, FileRecord, JsonObject, PersonId } from '../../store/ports.ts';
import type { Fixture } from '../faults/states.ts';
import { tuesdayMorning } from './talk.ts';

/** Every question of every flow, as the state in which a person waits at it. */
export const everyState = (): Fixture =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/states/0.1.0.json'), 'utf8'));

const runtime: Runtime = { flows, now: { at: tuesdayMorning }, look: () => Promise.resolve({}) };
/** `flow.question` by the state itself, whatever was said last; without numbers. */
export function openIn(state: JsonObject): string {
  const open = openQuestion(runtime, readState(state, flows).talk);
  return open ? `${open.frame.flow}.${open.position.ask.name}`.replace(/\.\d+(?=\.|$)/g, '') : '';
}

/** An answer to each question that nobody would call odd. */
export const SENSIBLE: Readonly<Record<string, string>> = {
  'report.danger': '没有这些情况',
  'report.called': '已经打了',
  'report.consent': '同意',
  'report.phone': '13800138000',
  'report.role': '开车的人',
  'report.when': '昨晚八点多',
  'report.where': '朝阳路和青年路口',
  'report.what': '我右转弯时碰到了直行的电动车',
  'report.injured': '1 人，住院了',
  'report.injuredCount': '2',
  'report.person.state': '住院了',
  'report.scene': '在现场，已报警',
  'report.police': '报过警',
  'report.ownPlate': '湘A12345',
  'report.other': '电动车、自行车',
  'report.check': '提交',
  'details.photos': '稍后再发',
  'details.patient.name': '张小明',
  'details.patient.hospital': '市第一人民医院',
  'details.patient.bed': '骨科 12 床',
  'details.insurer': '是',
  'details.policy': 'PDZA20261100001',
  'details.otherPhone': '13700137000',
  'scene.road': '普通道路',
  'scene.topic': '够了，回去',
  'scene.topic.shot': '先拍到这里',
  'human.phone': '13800138000',
  'human.bestTime': '上午',
  'report.minorConsent': '我是监护人，同意',
  'consents.which': '都不撤',
  'identity.reference': '13800138000',
  'kin.as': '我本人',
  'code.digits': '123456',
  'whichClaim.which': '1',
  'documents.side': '受伤的一方',
  'documents.accident': '没有了',
  'documents.consent': '同意',
  'documents.treatment': '没有了',
  'documents.losses': '没有了',
  'documents.after': '没有了',
  'documents.occupation': '每月领工资',
  'documents.carer': '家人照顾',
  'documents.accidentDay': '昨天',
  'documents.trade': '送外卖、送快递',
  'paper.which': '都不是，先存着',
  'advance.whom': '1',
  'advance.consent': '同意',
  'advance.where': '朝阳路和青年路口',
  'advance.state': '住院了',
  'advance.hospital': '市第一人民医院',
  'advance.ward': '骨科 12 床',
  'advance.purpose': '抢救，马上要做的手术',
  'advance.asked': '三万',
  'advance.askedBy': '医院',
  'advance.check': '提交',
  'objection.which': '1',
  'objection.why': '药是医生开的',
  'objection.right': '对',
  'objectionWay.way': '请理赔员再核',
  'correction.field': '出险地点',
  'correction.value.phone': '13900139000',
  'correction.value.role': '车主或投保人，没开车',
  'correction.value.when': '昨晚九点',
  'correction.value.where': '人民路和解放路口',
  'correction.value.what': '对方突然变道撞到了我',
  'correction.value.injuredCount': '2',
  'correction.value.police': '报过警',
  'correction.value.ownPlate': '湘A54321',
  'correction.value.other': '行人',
};

const file = (id: string, type: string, name: string): FileRecord => ({
  id: id as FileId,
  person: 'person' as PersonId,
  conversation: 'conversation' as ConversationId,
  type,
  name,
  size: 3,
  sha256: '0'.repeat(64),
  receivedAt: tuesdayMorning,
});

export interface Sent {
  readonly text: string;
  readonly files?: readonly FileRecord[];
}
export const photoSent: Sent = { text: '', files: [file('f'.repeat(32), 'image/jpeg', 'scene.jpg')] };
export const voiceSent: Sent = { text: '', files: [file('e'.repeat(32), 'audio/amr', 'voice.amr')] };
/** Sent at the wrong moment, in the wrong place, or by somebody who only looks what happens. */
export const ODD: readonly Sent[] = [
  ...[
    ...['😀', '👍', '😭😭', '?', '。。。', ' ', '##', '嗯', 'ok', '好的', '1', '2', '3', '9', '0', '100', '-1', '3.5'],
    ...['取消', '帮助', '转人工', '继续', '不知道', '没有', '都行', '跟刚才一样', '随便', '以后再说', '不用改', '谢谢'],
    ...['<script>alert(1)</script>', '{{7*7}}', "'; DROP TABLE claims; --", '__proto__', '\u202Eabc\u0000', 'null'],
    ...['我'.repeat(5000), 'a '.repeat(2500), '1'.repeat(5000), '撞了。'.repeat(1500)],
    ...[
      '昨晚九点',
      '八点',
      '八点半',
      '人民路',
      '13900139000',
      '湘A54321',
      '两个人受伤',
      '我是他女儿',
      '为什么要填这个',
      '医药费谁出',
    ],
    ...['等一下先问个事', '现场怎么办', '进度', 'help', 'I do not know', '你们是骗子', '我害怕', '時間不對'],
  ].map((text) => ({ text })),
  photoSent,
  voiceSent,
];
