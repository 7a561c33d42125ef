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

/** What else people say, for the recognisers. */
export const said = [
  '我昨天下午三点多在北京市朝阳区建国路追尾了前车，对方司机说脖子疼',
  '孩子流了好多血，快点派人来',
  '时间填错了，是八点半',
  '对方车牌是京B·88888，我的是湘A12345',
  '我想问一下误工费怎么算',
  '三个人受伤，我妈在ICU，另外两个轻伤',
  '转人工',
  '上周五晚上十点左右，G4 京港澳高速北向 1203 公里处，货车突然变道把我挤到护栏上了',
  '不知道',
  'My car was hit from behind at a red light yesterday evening and my neck hurts',
  '电话换了，打13900139000',
  '不是文三路，是文二路口',
] as const;

const many = (piece: string): string => piece.repeat(Math.ceil(4000 / piece.length)).slice(0, 4000);
/** 4,000 characters each. */
export const long = [
  '一',
  '二十',
  '昨天下午三点',
  '京A12345 ',
  '138',
  '我',
  '在朝阳路和青年路口',
  '三个人受伤，',
  'a ',
  '没有',
].map(many);
