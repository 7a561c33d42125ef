/** Hospitals by what people call them where they live: “市里那个大医院”, “县医院”, “镇上的医院”, “附近的诊所”. For answers only. */
import { bare, normal } from './normal.ts';

const END = '(?:医院|卫生院|卫生所|卫生室|诊所|急救中心|保健院|中医院)';
/** Something that tells one of them from the others: where it is, or what it is for. */
const TELLING =
  /[市县镇乡村区省城州旗]|我们?(?:这|那|家|单位|学校|厂)|[这那]边|这[里儿]|[当本]地|老家|附近|旁边|对面|隔壁|门口|最近|近的|路|街|公立|私立|民营|三甲|二甲|专科|骨科|骨伤|中医|儿童|妇幼|妇产|眼科|口腔|脑科|肿瘤|人民|中心|部队|军|大学|附属/;
const WHOLE = new RegExp(`^[\\p{Script=Han}\\d]{1,20}${END}$`, 'u');
/** “还没去医院”, “送到医院了”: tells what happened, and names none. */
const TELLS = new RegExp(
  `[没不未]|[去送到进在转住回出往]${END}$|(?:去|送|到|进|转|住|往)(?:了|过)?(?:最近|附近|当地|本地)?(?:的)?$|医院.*医院|医生|大夫`,
);
const ASKS = /[哪谁啥几]|什么|怎么|多少|吗|呢|是不是|有没有/;
/** Words that lead to it. */
const LEAD =
  /^(?:(?:现在|目前|已经|应该|好像|可能|大概|听说|人|他|她|我|伤者|都|就|先|还|是)*(?:住在|住进了?|转到了?|送到了?|送去了?|送往了?|拉到了?|去了?|到了?|在|是)|应该|好像|可能|大概|听说)/;
const TAIL = /(?:里面?|那边|吧|了|啊|呀|的)$/;

/** The words that describe a hospital, as they were said. */
export function described(given: string): string | undefined {
  const core = bare(given).slice(0, 60);
  const lead = LEAD.exec(core)?.[0].length ?? 0;
  const end = core.length - (TAIL.exec(core)?.[0].length ?? 0);
  const words = [core.slice(0, end), core.slice(lead, end)].find(isDescription);
  if (words === undefined) return undefined;
  const plain = normal(given);
  const start = plain.text.indexOf(words);
  return given.slice(...plain.span(start, start + words.length));
}

const isDescription = (words: string): boolean =>
  WHOLE.test(words) && TELLING.test(words) && !TELLS.test(words) && !ASKS.test(words) && !LEAD.test(words);
