/** Who asks about a claim: the person of the claim, or family. */
import { list } from './choice.ts';

export const asWhom = {
  name: 'asWhom',
  options: ['self', 'spouse', 'parent', 'child', 'sibling', 'other'],
  // “我是伤者的母亲” is not the injured.
  aside: /我是(?:伤者|病人|当事人|司机|车主|投保人)的/g,
  words: {
    self: list(
      `本人, 我本人, 我自己, 自己, 是我, 就是我, 我是本人, 我就是, 我是车主, 我是司机, 我是驾驶员, 我是开车的, 我是投保人, 我是伤者, 我开的车, 车是我开的, 我是当事人, 司机本人, 车主本人, 我开车的, i am the driver, i was driving, i am the owner, myself, me, i am, it is me, self`,
    ),
    spouse: list(`
  配偶, 老公, 老婆, 丈夫, 妻子, 爱人, 媳妇, 夫妻, 两口子, husband, wife, spouse, partner`),
    parent: list(`
  父母, 妈妈, 爸爸, 我是他爸, 我是他妈, 我是她爸, 我是她妈, 他娘, 她娘, 他爹, 她爹, 老汉儿, 娃儿老汉, 他老汉, 佢老豆, 佢老母, 佢阿妈, 佢爸爸, 佢妈妈, 俺儿, 俺闺女, 我儿, 我闺女, 我个仔, 我个女, 我仔, 我儿子, 我女儿, 我家孩子, 我的孩子, 我孩子, 他爸, 他妈, 她爸, 她妈, 父亲, 母亲, my son, my daughter, my child, mother, father, parent`),
    child: list(`
  子女, 儿子, 女儿, 我爸, 我妈, 我爸爸, 我妈妈, 我父亲, 我母亲, my father, my mother, my dad, my mum, my mom, son, daughter, child`),
    sibling: list(`
  兄弟姐妹, 哥哥, 弟弟, 姐姐, 妹妹, 我哥, 我弟, 我姐, 我妹, brother, sister, sibling`),
    other: list(
      `其他家人, 其他亲属, 亲戚, 家属, 家人, 亲属, 监护人, 奶奶, 爷爷, 姥姥, 姥爷, 外婆, 外公, 婆婆, 公公, relative, family, guardian, other`,
    ),
  },
} as const;
