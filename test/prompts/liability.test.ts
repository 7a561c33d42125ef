import { expect } from 'chai';
import { liability } from '../../prompts/index.ts';
import { at } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');
const shares = (text: string): string | undefined => {
  const [first] = liability().find(text, now);
  return first && `${first.value.self} ${first.value.other}`;
};

const found: Record<string, string[]> = {
  'full none': [
    '我全责',
    '交警判我全责',
    '认定书上写我负事故全部责任',
    '我是全责，对方要十万',
    '对方无责',
    '他没责任',
    '全是我的责任',
    '责任全在我',
    '我追尾他，全责',
    '被判了全责',
    '我方承担百分之百的责任',
    '我家负全責',
    "I'm fully at fault",
  ],
  'none full': [
    '对方全责',
    '他全责',
    '货车负全部责任',
    '我没有责任',
    '我妈无责',
    '我一点责任没有，无责',
    '全责在对方',
    '都是他的责任',
    '对方追尾我，负全责',
    '他闯红灯，全责',
    '他追尾我全责',
    '为什么对方全责还不赔钱',
    '我无责也要出钱吗',
    '交警定的对方全责，我无责',
    'the other driver is fully at fault',
  ],
  'main minor': [
    '我主责',
    '我负主要责任',
    '他次责',
    '我七他三',
    '三七开，我七',
    '我占七成',
    '主责在我',
    '我承担70%的责任',
    '我主他次',
    '我80%他20%',
  ],
  'minor main': [
    '我次责',
    '对方主责',
    '我三他七',
    '三七开我三',
    '我占三成责任',
    '认定对方主要责任，我次要责任',
    '我只有30%责任',
    '他七成我三成',
    '二八开，他八',
    '主次责任，对方主',
    '司机主责，我妈次责',
  ],
  'equal equal': [
    '同责',
    '双方同等责任',
    '五五开',
    '交警认定同等',
    '责任对半开',
    '各承担50%',
    '一人一半',
    '我和他同责',
    '我百分之五十',
    '各負一半責任',
  ],
};
const none = [
  '我怎么会是主责',
  '凭什么判我全责',
  '是不是我全责',
  '我是全责吗',
  '如果我全责怎么赔',
  '我全责的话',
  '交警判我主责，我不服',
  '对方非说我全责',
  '我觉得应该他全责',
  '不是我全责',
  '三七开',
  '无责赔付怎么赔',
  '全责和主责有什么区别',
  '责任还没定',
  '有没有责任',
  '还没有责任认定书',
  '不知道谁全责',
  '保险赔三成',
  '他要三成利息',
  '我三个月没上班，他七天',
  '划分责任我占三成合理不',
  '我主责他主责',
  '',
];

describe('prompts: liability', () => {
  for (const [expected, texts] of Object.entries(found))
    for (const text of texts) it(`“${text}” is ${expected}`, () => expect(shares(text)).to.equal(expected));
  for (const text of none) it(`“${text}” settles nothing`, () => expect(shares(text)).to.equal(undefined));
});
