/** Whom somebody should ask whose matter is none of ours. */
import { normal } from '../prompts/normal.ts';

export type Beyond = 'vehicle' | 'policy' | 'otherLine' | 'criminal' | 'workInjury' | 'fines' | 'other';

/** In order: the first that fits is meant. */
const KINDS: readonly (readonly [Beyond, RegExp])[] = [
  ['workInjury', /工伤|工亡|社保局|人社|劳动仲裁|work(?:place)? injur/],
  [
    'criminal',
    /刑事|坐牢|判(?:个)?(?:几|多少|多久|多长)|量刑|缓刑|取保|拘留|拘役|逮捕|看守所|检察院|交通肇事罪|危险驾驶罪|案底|jail|prison|criminal|sentence/,
  ],
  [
    'fines',
    /违章|违法记录|扣\d*分|记分|扣几分|罚款|罚单|年检|审车|驾照|驾驶证换|换证|上牌|过户|12123|电子眼|fine\b|licen[cs]e points|inspection/,
  ],
  [
    'policy',
    /保费|续保|退保|投保|加保|批改|保单号查|电子保单|报价|优惠|折扣|买保险|premium|renew|quote|cancel my policy/,
  ],
  [
    'otherLine',
    /寿险|重疾|百万医疗|医疗险|健康险|养老险|年金|分红险|家财|旅行险|旅游险|航班|宠物|手机碎屏|学平险|惠民保|life insurance|health insurance|travel insurance|pet /,
  ],
  [
    'vehicle',
    /车损|定损|修车|4s店|划痕|补漆|喷漆|保险杠|大灯|后视镜|玻璃|轮胎|钣金|拖车|代步车|贬值|自燃险|涉水|盗抢|only the car|car damage|bumper|scratch|windscreen|repair/,
  ],
];

export const beyondIn = (text: string): Beyond => {
  const words = normal(text).text.toLowerCase().slice(0, 500);
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
};
