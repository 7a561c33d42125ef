/** Words of everyday requests. */
import { list } from '../prompts/choice.ts';
import type { Words } from './words.ts';
import { consentWishes } from './words-consent.ts';

export const everyday = {
  correct: {
    whole: list(
      `改一下, 修改, 更正, 填错了, 写错了, 说错了, 错了, 我要修改, change, correct, edit, wrong, i made a mistake`,
    ),
    within: list(`
  换个号码, 换个电话, 换号码, 改号码, 号换1, 号换成, 号改, 号码换, 手机换, 电话换, 填错, 写错, 说错, 输错, 选错, 记错, 点错, 打错, 更正, 改成, 改为, 换成, 改到, is wrong, was wrong,
  i meant, change the, correct the`),
  },
  keep: {
    whole: list(`
  不用改, 不用改了, 不改了, 不用改它, 就按原来的, 按原来的, 还是原来的, 保持原样, 保持不变, 保留原来的, 原来的就对, 原来没错, 没错不用改, 不需要改,
  keep it as it is, keep as it is, keep it, leave it, no change`),
    within: list(`按原来的, 保持原样, 不改了, 跟原来一样, 和原来一样, leave it as it is`),
  },
  cancel: {
    whole: list(
      `取消, 退出, 不报了, 算了, 先不报了, 我不报了, 算了我不报了, 算了取消, 取消吧, 算了不弄了, 不查了, 算了不查了, 不问了, 算了不问了, 那不报了, 那就不报了, 停, 停止, 不弄了, 先不填了, 不列了, 先不列了, 不提了, 不提异议了, 不想提异议了, 我不想提异议了, 我不提异议了, 不列清单了, 先不列清单了, 算了不列了, 不想列了, 先不答了, 不答了, 以后再说, 取消报案, cancel, stop, quit, exit, never mind`,
    ),
    within: list(`我不报了, 算了不报了, 不想填了, 先不报案了, 不要再登记, 别再登记, 先停一下`),
  },
  noCall: {
    whole: list(`
  不用打了, 不用打, 别打了, 不要打了, 不用打电话了, 不用打电话, 不用回电, 不用回电了, 取消回电, 取消电话, 不用联系我了, 不用找我了, 不用叫人了, don't call me, do not call me,
  no need to call, cancel the call`),
    within: list(`不用打了, 别打了, 不用给我打电话, 不用打给我, 不要给我打电话, 不用回电话, 取消回电`),
  },
  ...consentWishes,
  withdraw: {
    whole: list(`
  撤销报案, 撤销, 撤案, 销案, 撤回, 撤回报案, 不报案了, 不想报案了, 不想报了, 取消这次报案, 取消报案了, withdraw, withdraw my report, withdraw the report, cancel my report`),
    within: list(
      `不想报了, 不想报案了, 撤销报案, 撤回报案, 要撤回, 想撤回, 想撤销, 要撤销, 要销案, 想销案, 想撤案, 要撤案`,
    ),
  },
  afraid: {
    whole: list(`
  害怕, 好害怕, 我好害怕, 很害怕, 好怕, 我好怕, 怕, 吓死我, 吓死, 吓坏, 吓坏了, 😭, 😭😭, 😭😭😭, 😢, 😱, 慌, 好慌, 很慌, 我很慌, 我好慌, 慌死, 好紧张, 很紧张, 好难受, 心里难受, 心里好难受, 好难过, 我崩溃, 崩溃,
  受不了, 撑不住, 我该怎么办, 怎么办, 怎么办啊, 手在抖, 手一直在抖, 脑子一片空白, i am scared, i'm scared, i am so scared, so scared, i'm afraid, i am afraid, i'm shaking, i'm terrified`),
    within: list(`好害怕, 很害怕, 好慌, 吓坏了, 手在抖, 一片空白, i'm scared, i am scared, i'm so scared`),
  },
  angry: {
    whole: list(`骗子, 骗人, 垃圾, 滚, 烦死了, 什么玩意, 什么破东西, 有病, 神经病, 气死我了, 气死了`),
    within: list(
      `你们就是骗子, 你们是骗子, 都是骗子, 你们骗人, 坑人, 什么破公司, 垃圾公司, 什么破机器人, 气死我, 你们就会推, 没人性, 良心, you are useless, scammers, this is a scam`,
    ),
  },
  wait: {
    whole: list(`
  等一下, 等下, 等等, 等会, 等会儿, 等一会, 等一会儿, 稍等, 稍等一下, 你等一下, 我等一下, 我看看, 我看一下, 让我看看, 等我看看, 等我一下, 等一下我看看, 等一下我问问, 我问问, 我去问问, 我想想, 让我想想,
  我手机快没电了, 手机快没电了, 快没电了, wait, wait a moment, hold on, one moment, just a moment, let me check`),
    within: list(`手机快没电, 手机要没电`),
  },
  left: {
    whole: [],
    within: list(`
  就开走了, 我开走了, 我就走了, 我先走了, 我跑了, 我就跑了, 我逃了, 开车跑了我, 我离开现场了, 我已经离开了, 开到家了, 我开回家了, 我已经回家了, 我走了没报警, 没报警就走了,
  i drove off, i drove away, i left the scene, i drove home, i panicked and left`),
  },
  another: {
    whole: list(
      `再报一个, 再报一起, 再报个案, 另一起, 还有一起, 报另一起, 新的事故, another accident, a new accident, report another accident`,
    ),
    within: list(`
  又出了个事故, 又出事故, 又出车祸, 又出了车祸, 又出了一起, 又发生事故, 又被追尾, 又被撞, 又撞了, 又追尾, 又出了事, 再报一起, 再报一个, 另一起事故, 还有一起事故, 另外一起事故, another accident, second accident`),
  },
  back: {
    whole: list(`返回, 上一步, 上一题, 退回, 回上一步, 返回上一步, 回去, back, go back, previous`),
    within: [],
  },
  restart: {
    whole: list(`重新开始, 重来, 从头来, 重新填, 重新报案, 从头开始, start over, restart, start again`),
    within: [],
  },
  resume: {
    whole: list(
      `继续报案, 继续, 接着刚才的, 接着弄, 接着来, 接着申请, 继续申请, 继续刚才的, 回到刚才的, go on, go on with it, go on with that, 接着报案, 接着填, 继续填, 继续上次, 继续上次的对话, continue, resume, continue report, continue my report`,
    ),
    within: list(`继续报案, continue my report`),
  },
  help: {
    whole: list(`帮助, 怎么用, 能做什么, 你能做什么, 菜单, 功能, help, menu, what can you do`),
    within: list(`你能干什么, 你会什么, `),
  },
  scene: {
    whole: list(`
  现场, 现场怎么办, 保护现场, 现场处置, 现场步骤, 现场卡片, 拍照清单, 拍什么, 怎么拍照, 该拍什么, 事故现场怎么办, scene, scene steps,
  what to do at the scene, photo list`),
    within: list(`
  保护现场, 现场该怎么, 现场怎么处理, 现场要做什么, 现场要注意, 要不要挪车, 能不能挪车, 可以挪车吗, 能私了吗, 可以私了, 能不能私了, at the scene what,
  what should i do at the scene, can i move the car`),
  },
  report: {
    whole: list(`
  报案, 我要报案, 报个案, 没报过, 没有报过, 还没报, 还没报过, 那就报吧, 行那就报吧, 我现在报, 现在报, 报吧, 出险, 出事了, 出车祸了, 撞人了, 撞车了, 我撞人了, 报事故, 开始报案, 报保险, report, report an accident,
  i want to report an accident, accident`),
    within: list(`
  要报案, 想报案, 报个案, 撞人, 车祸了, 车祸怎么, 出事故, 撞了人, 撞到人, 撞伤, 被车撞, 被撞, 出车祸, 发生车祸, 出了车祸, 发生事故, 出了事故, 出了交通事故, 追尾, 剐蹭, 刮蹭, 撞了, 撞上, 碰了,
  had an accident, car accident, traffic accident, hit a, was hit by, crashed, collision,
  report an accident, report the accident`),
  },
  progress: {
    whole: list(
      `进度, 问进度, 查进度, 我的进度, 看进度, 到哪一步了, 案子到哪了, 进展, 有人吗, 有没有人, 人呢, 还要等多久, progress, status, ask about progress, where is my claim`,
    ),
    within: list(
      `到哪一步, 到哪步, 进度怎么样, 查一下进度, 查进度, 什么时候赔, 多久能赔, 还没人打, 没人打电话, 没人联系, 没有人联系, 没有人打, 没人打, 还没打给我, 没接到电话, 没有接到电话, 怎么还不打, 怎么还没打, 什么时候打给我, 什么时候给我打, 一直没电话, nobody called, no one called, nobody has called, no one has called, when will you call, my claim status, status of my claim`,
    ),
  },
  why: {
    whole: list(
      `为什么没有动, 为什么没动, 为什么不动, 为什么没有动静, 怎么没动静, 怎么没有动静, 没动静, 为什么没有进展, 怎么还没好, 为什么还没好, 为什么这么慢, 怎么这么慢, 卡在哪, 卡在哪里, 卡在哪了, 卡在哪一步, why has nothing moved, why is nothing happening, why is it so slow, what is it waiting for`,
    ),
    within: list(`
  为什么没有动, 为什么没动, 怎么没动静, 怎么没有动静, 一直没动静, 一直没有动静, 没有进展, 没进展, 卡在哪, 卡在什么, nothing has moved, nothing moved, why has nothing`),
  },
  timeline: {
    whole: list(
      `看经过, 经过, 时间线, 全部经过, 都办了什么, 办了哪些, timeline, history, show what happened, show the timeline`,
    ),
    within: list(`看看经过, 案子的经过, 整个经过`),
  },
  press: {
    whole: list(
      `催一下, 催, 催催, 再催催, 再催一下, 再催一催, 催办, 帮我催, 催一催, 帮我催一下, 催促, press, chase it, push it, hurry them up`,
    ),
    within: list(`帮我催, 催一下, 催他们, 催催他们, hurry them up, please chase`),
  },
  verify: {
    whole: list(
      `核对身份, 核对一下身份, 先核对身份, 先核对一下身份, 核实一下身份, 验证一下身份, 怎么核对, 怎么核对身份, 重新核对身份, 再核对身份, 再核对一次, 重新验证, 验证身份, 身份核对, 确认身份, 核实身份, 我要核对身份, verify, verify me, confirm who i am`,
    ),
    within: list(`核对身份, 验证身份, 核对一下身份, 核实一下身份, 核对下身份, 验证一下身份`),
  },
  noCode: {
    whole: list(
      `没收到, 没有收到, 没收到验证码, 收不到, 收不到验证码, 重发, 重新发, 再发一次, 再发一个, 重发验证码, 没收到短信, 验证码没收到, 一直没收到, no code, resend, send it again, i got no code, no message`,
    ),
    within: list(
      `没收到验证码, 收不到验证码, 重发验证码, 没有收到验证码, 没收到短信, 没有收到短信, 收不到短信, 收着短信, 收唔到, 未收到, 再发一遍, 再发一次, 再发一个, 重新发一个, 再发个, resend the code`,
    ),
  },
  receipt: {
    whole: list(
      `回执, 看回执, 保存回执, 受理号, 打开回执, 查看回执, 看看回执, 回执呢, 报案号, 报案号是多少, 受理号是多少, receipt, my number, claim number`,
    ),
    within: list(`报案号多少, 受理号多少, my claim number, my report number`),
  },
  forget: {
    whole: list(`这不是我的手机, 退出登录, 不是我的手机, not my phone, this is not my phone, sign out, log out`),
    within: [],
  },
  english: {
    whole: list(`english, in english, 英文, 英语, english please`),
    within: list(`speak english, do you speak english`),
  },
  chinese: {
    whole: list(`中文, 说中文, 汉语, 普通话, chinese, in chinese`),
    within: [],
  },
  later: {
    whole: list(`稍后, 以后再补, 晚点再说, 先这样, 待会再说, 等会再弄, later, not now, do it later`),
    within: [],
  },
  greeting: {
    whole: list(`你好, 您好, 在吗, 在不在, 喂, 嗨, 早上好, 晚上好, 下午好, hi, hello, hey, good morning, good evening`),
    within: [],
  },
  thanks: {
    whole: list(`谢谢, 谢谢你, 谢谢您, 多谢, 感谢, 辛苦了, 再见, 拜拜, thanks, thank you, bye, goodbye`),
    within: [],
  },
  program: {
    whole: list(
      'what are you, 你是什么, 你是谁, 你是机器人吗, 你是真人吗, 是真人吗, 是机器人吗, 你是人吗, who are you, are you a robot, are you human, are you a bot',
    ),
    within: list('你是真人, 是不是真人, 是不是机器人, 你是机器人, are you a real person, are you human'),
  },
  /** A hedge or a correction: only what else they name tells. */
  perhapsCorrect: {
    whole: [],
    within: list(`
  应该是, 是错的, 不是, 不对, 错了, 有误, 不准确, 搞错, 弄错, 看错, 我不是, 其实是, 其实我是, 其实没, 其实已, should be, not right, is incorrect, i am not the,
  i'm not the`),
  },
  /** What this version cannot answer yet: a person is offered rather than a guess. */
  otherTopic: {
    whole: list('赔多少, 怎么赔, 垫付, 材料, 资料, 扣了多少, 伤残, 误工费, how much'),
    within: list(`
  赔多少, 能赔, 怎么赔, 赔偿标准, 多少钱, 误工, 护理费, 营养费, 伤残, 十级, 九级, 鉴定, 垫付, 催费, 催缴, 催款, 欠费, 没钱交, 交不起, 先出钱, 预付, 交钱, 押金, 住院费, 医药费, 医疗费, 报销, 少赔, 扣了, 扣款,
  扣减, 自费药, 非医保, 什么材料, 什么资料, 哪些材料, 哪些资料, 准备材料, 要不要签, 能签吗, 签字, 调解, 起诉, 律师, 责任认定, 认定书, 保费, how much will, compensation, lost income, advance payment,
  pay the hospital, which documents, what documents, deducted, deduction, should i sign, lawsuit, lawyer, disability`),
  },
} as const satisfies Record<string, Words>;
