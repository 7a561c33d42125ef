/** Whole conversations, one for each flow: what a person says from the first word to the last. */
import { ordinaryReport } from '../support/talk.ts';

export interface Dialogue {
  /** Said first; not part of what is tried. */
  readonly before: readonly string[];
  readonly steps: readonly string[];
  /** The flow whose questions it walks through. */
  readonly flow: string;
}

/** A report on a motorway with two people hurt, seen from the injured person's family. */
const graveReport = [
  '叫不醒、没反应',
  '我现在打',
  '同意',
  '13900139000',
  '伤者家属',
  '今天早上七点',
  '京港澳高速长沙段',
  '追尾了前面的货车',
  '2 人或更多',
  '2',
  '在抢救或重症室',
  '门诊看过',
  '送伤者去了医院',
  '是',
  '不知道',
  '湘B67890',
  '提交',
] as const;

/** As somebody of the family who does not know when it was. */
function undated(said: string): string {
  return said === '开车的人' ? '伤者家属' : said === '昨晚八点多' ? '不知道' : said;
}

export const dialogues = {
  report: { flow: 'report', before: [], steps: ['我要报案', ...ordinaryReport] },
  graveReport: { flow: 'report', before: [], steps: ['我要报案', ...graveReport] },
  details: {
    flow: 'details',
    before: ['我要报案', ...ordinaryReport],
    steps: ['没有照片', '张小明', '市第一人民医院', '骨科 12 床', '是', 'PDZA20261100001', '13700137000'],
  },
  scene: {
    flow: 'scene',
    before: [],
    steps: ['现场怎么办', '普通道路', '对方想私了', '拍照清单', '前后全景', '双方车牌', '先拍到这里', '够了，回去'],
  },
  human: { flow: 'human', before: [], steps: ['转人工', '13800138000', '上午'] },
  correction: {
    flow: 'correction',
    before: ['我要报案', ...ordinaryReport],
    steps: ['电话填错了', '13900139000', '填错了', '出险地点', '人民路和解放路口'],
  },
  documents: {
    flow: 'documents',
    before: [],
    steps: [
      ...['要准备什么材料', '受伤的一方', '同意', '没有了', '因为受伤少挣了钱，要人照顾，可能要评伤残', '没有了'],
      ...['每月领工资', '家人照顾', '误工怎么证明', '送外卖、送快递'],
    ],
  },
  documentsOfInsured: {
    flow: 'documents',
    before: ['我要报案', ...ordinaryReport],
    steps: ['要准备什么材料', '没有了'],
  },
  documentsUndated: {
    flow: 'documents',
    before: ['我要报案', ...ordinaryReport.map(undated)],
    steps: ['要准备什么材料', '没有了', '可能要评伤残', '没有了', '没有了', '不知道'],
  },
  advance: {
    flow: 'advance',
    before: ['我要报案', ...ordinaryReport],
    steps: ['没钱做手术怎么办', '住院了', '市第一人民医院', '骨科 12 床', '抢救', '两万', '医院催的', '提交'],
  },
  advanceOfFamily: {
    flow: 'advance',
    before: ['我要报案', ...graveReport],
    steps: ['医院催着交钱怎么办', '1', '同意', '市第一人民医院', '三万', '医院催的', '提交'],
  },
} as const satisfies Record<string, Dialogue>;

/** What people say when they do not answer. */
export const asides = [
  '返回',
  '帮助',
  '取消',
  '继续报案',
  '你好',
  '谢谢',
  '进度',
  '电话填错了',
  '转人工',
  '现场怎么办',
  '嗯？',
  'xyz',
  '不知道',
  'English',
  '中文',
];

export const wholeDialogues: readonly (readonly [string, Dialogue])[] = Object.entries(dialogues);
