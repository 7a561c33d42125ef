/** What the stub's bot says: just enough of a report to see every kind of input. Not the product's words or rules. */

export interface Said {
  readonly text: string;
  readonly channelData: Record<string, unknown>;
  readonly suggestedActions?: { readonly actions: readonly Record<string, string>[] };
  readonly from?: { readonly id: string; readonly name: string; readonly role: string };
  readonly locale?: string;
}

interface Question {
  readonly question: string;
  readonly stage: string;
  readonly input: string;
  readonly label: string;
  readonly text: string;
  readonly choices?: readonly string[];
}

const QUESTIONS: readonly Question[] = [
  {
    question: 'danger',
    stage: 'safety',
    input: 'choice',
    label: '紧急情况',
    text: '先看人：现在有下面这些情况吗？',
    choices: ['没有这些情况', '大量流血', '叫不醒、没反应', '人被困住', '起火、冒烟、漏油'],
  },
  {
    question: 'consent',
    stage: 'safety',
    input: 'choice',
    label: '同意',
    text: '接下来会问到伤情，属于敏感个人信息，只用于处理这次理赔。不同意也能报案，只是不记伤情。同意吗？',
    choices: ['同意', '先不记伤情'],
  },
  {
    question: 'phone',
    stage: 'safety',
    input: 'phone',
    label: '联系电话',
    text: '怎么能打到您电话？万一断线，我们打给您。',
  },
  { question: 'when', stage: 'course', input: 'time', label: '出险时间', text: '什么时候出的事？地点也可以一起说。' },
  {
    question: 'where',
    stage: 'course',
    input: 'place',
    label: '出险地点',
    text: '在哪里出的事？写路名、路口或小区名，也可以发定位。',
  },
  { question: 'what', stage: 'course', input: 'text', label: '事故经过', text: '怎么碰上的？一两句话就行。' },
  {
    question: 'injuredCount',
    stage: 'injured',
    input: 'number',
    label: '受伤人数',
    text: '一共几个人受伤？大概的数也行。',
  },
  {
    question: 'injured.1.state',
    stage: 'injured',
    input: 'choice',
    label: '第1位伤者',
    text: '第 1 位伤者现在怎么样？',
    choices: ['没去医院', '门诊看过', '住院了', '在抢救', '去世', '不知道'],
  },
  {
    question: 'ownPlate',
    stage: 'injured',
    input: 'plate',
    label: '本车车牌',
    text: '您这边的车牌号？对方的也知道，就一起发。',
  },
  {
    question: 'photo',
    stage: 'check',
    input: 'photo',
    label: '照片',
    text: '有现场照片就发几张，没有也行。',
    choices: ['先不发'],
  },
];

export interface Talk {
  /** Answers by question; null while no report is running. */
  answers: Map<string, string> | null;
  english: boolean;
}

export const newTalk = (): Talk => ({ answers: null, english: false });

const imBack = (value: string) => ({ type: 'imBack', title: value, value });
const call = (number: string) => ({ type: 'call', title: `拨打 ${number}`, value: `tel:${number}` });
const plain = (key: string, text: string, ...actions: Record<string, string>[]): Said => ({
  text,
  channelData: { key, speaker: 'bot' },
  ...(actions.length ? { suggestedActions: { actions } } : {}),
});

export const greeting = (): Said =>
  plain(
    'home.greeting',
    '您好，我是示例保险的理赔助手，是自动回复的程序，不是真人。\n人有没有受伤？有人受伤，先救人。',
  );

function ask(q: Question): Said {
  const { question, stage, input, label } = q;
  return {
    text: q.text,
    channelData: {
      key: `report.${question}.ask`,
      flow: 'report',
      question,
      stage,
      input,
      change: `修改${label}`,
      speaker: 'bot',
    },
    ...(q.choices ? { suggestedActions: { actions: q.choices.map(imBack) } } : {}),
  };
}

function readBack(answers: ReadonlyMap<string, string>): Said {
  const summary = QUESTIONS.map((q) => ({
    question: q.question,
    label: q.label,
    value: answers.get(q.question) ?? '不知道',
    change: `修改${q.label}`,
  }));
  const lines = summary.map(({ label, value }) => `${label}：${value}`);
  return {
    text: ['请核对：', ...lines, '都对吗？'].join('\n'),
    channelData: {
      key: 'report.check.ask',
      flow: 'report',
      question: 'check',
      stage: 'check',
      input: 'choice',
      speaker: 'bot',
      summary,
    },
    suggestedActions: { actions: [imBack('提交'), imBack('修改')] },
  };
}

const receipt: Said = {
  text: '报案已受理，受理号 LP20261120001。\n客服会在 2 小时内给您打电话。',
  channelData: { key: 'report.submitted', speaker: 'bot', card: 'receipt', url: '/receipt/stub' },
  suggestedActions: { actions: [{ type: 'openUrl', title: '查看回执', value: '/receipt/stub' }, imBack('现场怎么办')] },
};

const person: Said = {
  text: '您好，我是王工，刚看完您的报案。伤者现在在哪家医院？',
  channelData: { key: 'human.said', speaker: 'person' },
  from: { id: 'adjuster', name: '定损员 王工', role: 'bot' },
};

const hostile: Said = plain(
  'stub.hostile',
  '<img src=x onerror="window.hacked=1"> **粗体** [点我](javascript:window.hacked=1)',
  { type: 'openUrl', title: '坏链接', value: 'javascript:window.hacked=1' },
  { type: 'openUrl', title: '外站', value: 'https://example.com/receipt/1' },
  { type: 'call', title: '坏电话', value: 'javascript:window.hacked=1' },
  { type: 'imBack', title: '<b>好</b>', value: '<b>好</b>' },
);

function next(talk: Talk): Said {
  const answers = talk.answers ?? new Map();
  const open = QUESTIONS.find((q) => !answers.has(q.question));
  return open ? ask(open) : readBack(answers);
}

/** The bot's answer to one message; `text` of a file or a shared place is what stands for it. */
export function answer(talk: Talk, text: string): readonly Said[] {
  if (text.includes('先救人') || text.includes('help first')) {
    return [
      {
        ...plain(
          'emergency.now',
          '先打 120，再打 122。没有起火等危险，不要搬动伤者。',
          call('120'),
          call('122'),
          imBack('我要报案'),
        ),
        channelData: { key: 'emergency.now', speaker: 'bot', card: 'scene' },
      },
    ];
  }
  if (text === '我要报案' || text.startsWith('I want to report')) {
    talk.answers = new Map();
    return [plain('report.begin', '好，我们开始。'), next(talk)];
  }
  if (text === '转人工' || text === 'Talk to a person') return [person];
  if (text === 'hostile') return [hostile];
  if (!talk.answers) return [plain('common.notUnderstood', '您想做下面哪件事？', imBack('我要报案'), imBack('问进度'))];
  return report(talk, talk.answers, text);
}

function report(talk: Talk, answers: Map<string, string>, text: string): readonly Said[] {
  const change = QUESTIONS.find((q) => text === `修改${q.label}`);
  if (change) {
    answers.delete(change.question);
    return [next(talk)];
  }
  const open = QUESTIONS.find((q) => !answers.has(q.question));
  if (!open) {
    if (text !== '提交') return [readBack(answers)];
    talk.answers = null;
    return [receipt];
  }
  answers.set(open.question, text);
  return [next(talk)];
}
