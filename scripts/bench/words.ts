/** What people say to the product: a whole report, from the first word to the claim number. Each line is answered by a question. */
export const report = [
  '我要报案',
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

/** Three answers that the recognisers of botbuilder-dialogs understand, and a word that begins. */
export const chineseWaterfall = ['你好', '2026年11月3日', '2', '是'] as const;
