/** Words of the choices about what to do next. */
import { list, type Vocabulary } from './choice.ts';

const unsure = list(`
  不知道, 不清楚, 不确定, 不晓得, 不了解, 不记得, 记不清, 忘了, 说不清, 不太清楚, 没记住, 唔知, unknown, not sure,
  don't know, i don't know, do not know, no idea, unsure, can't remember`);

export const called = {
  name: 'called',
  alone: { calling: ['👍', '👌'] },
  options: ['called', 'calling'],
  words: {
    called: list(`
  已经打了, 已打, 打了, 打过, 打过了, 打通了, 已经打过, 打完了, 叫了, 叫过了, 已叫, 报了, 报过, 拨了, 拨过, 别人打了,
  有人打了, 救护车来了, 在路上了, 来了, 到了, 是, 是的, 有, 已经, 都打了, called, i called, i have called,
  already called, already, done, yes, someone called, ambulance is coming`),
    calling: list(`
  现在就打, 现在打, 我现在打, 马上打, 马上, 正在打, 在打, 我来打, 这就打, 就打, 去打, 准备打, 还没打, 没打, 没有打,
  还没, 没有, 没, 打不通, 占线, 好, 好的, 嗯, 行, calling now, calling, i am calling now, i am calling, i'm calling,
  will call, i'll call, i will call, not yet, no, ok, okay, call now, now`),
  },
} as const satisfies Vocabulary<string>;

export const consent = {
  name: 'consent',
  binding: true,
  goesOn: true,
  options: ['agree', 'decline'],
  words: {
    agree: list(`
  同意, 我同意, 同意你记, 可以记, 记吧, 你记吧, 行你记, 同意并继续, 好, 好的, 好啊, 好吧, 可以, 可以的, 行, 行吧, 中, 要得, 嗯, 嗯嗯, 是, 是的, 对, 没问题,
  没意见, 没关系, 愿意, 接受, 允许, 授权, 继续, 得, 👍, 👌, ok, okay, yes, yeah, yep, sure, fine,
  agree, i agree, i consent, accept, go on, continue, alright, of course`),
    decline: list(`
  leave injuries out, leave it out,   不同意, 我不同意, 不愿意, 不接受, 不允许, 不授权, 拒绝, 不要, 不用, 不需要, 不行, 不可以, 不能, 不, 否, 不了, 不想,
  不想说, 不记, 别记, 别记了, 不要记, 不用记, 先不记, 不记录, 不记录伤情, 先不记伤情, 不记伤情, 先不, 先不要, 先不说, 暂不, 暂时不, 没有, 算了, 别, 唔, 唔要,
  唔同意, 👎, no, nope, decline, i decline, decline for now, leave injuries out, disagree, do not agree, don't agree,
  not agree, do not consent, refuse, not now, no thanks, i'd rather not, rather not`),
  },
} as const satisfies Vocabulary<string>;

/** Of whoever may speak for an injured child. */
export const minorConsent = {
  name: 'minorConsent',
  binding: true,
  options: ['agree', 'decline'],
  words: {
    agree: [
      ...consent.words.agree,
      ...list(`
  我是监护人，同意, 我是监护人同意, 我是监护人, 是监护人, 是监护人，同意, 我是孩子妈妈，同意, 我是孩子爸爸，同意, 我是他妈妈，同意, 我是他爸爸，同意, 我是她妈妈，同意, 我是她爸爸，同意,
  i am the guardian and agree, i am the guardian, i'm the guardian and i agree, i am the parent and agree, yes, i am the guardian`),
    ],
    decline: [
      ...consent.words.decline,
      ...list(`
  不是监护人，或不同意, 不是监护人, 我不是监护人, 不是，我是司机, 不是家长, 我不是家长, 监护人不在, 不认识孩子, 不是我的孩子, 不是我家孩子, 不知道监护人是谁,
  not the guardian, or no, not the guardian, i am not the guardian, i'm not the guardian, not the parent, not my child`),
    ],
  },
} as const satisfies Vocabulary<string>;

export const consentPurpose = {
  name: 'consentPurpose',
  options: ['injuries', 'location', 'minor', 'papers', 'advance', 'none'],
  words: {
    injuries: list(`伤情, 记录伤情, 伤, 医疗, 病情, injuries, injury, medical data, medical`),
    location: list(`位置, 定位, 地点, 发送的位置, location, place, my location`),
    minor: list(
      `孩子, 孩子的伤情, 未成年人, 未成年人的伤情, 小孩, a child's injuries, child, minor, the child's injuries`,
    ),
    papers: list(
      `治疗情况, 治疗, 材料, 材料清单, 列清单, 列材料, treatment, treatment for the list of papers, papers, the papers, the list`,
    ),
    advance: list(`垫付, 垫付医药费, 申请垫付, 先付医药费, money for treatment, advance, the advance`),
    none: list(`都不撤, 不撤了, 不撤回, 不撤回了, 先不撤, 不用了, 算了, none, keep them all, keep all, nothing`),
  },
} as const satisfies Vocabulary<string>;

export const submit = {
  name: 'submit',
  alone: { submit: ['👍', '👌'] },
  binding: true,
  options: ['submit', 'change'],
  words: {
    submit: list(`
  交吧, 交, 可以交, 可以交了, 交上去, 交上去吧, 就这样交, 就这样交了, 好了交吧,
  提交, 确认提交, 现在提交, 都对，提交, 对，提交, 提交报案, 对, 对的, 都对, 没错, 没有错, 都没错, 正确, 确认,
  确认无误, 无误, 是, 是的, 好, 好的, 可以, 可以了, 行, 嗯, 没问题, 就这样, 不用改, 不改, 不需要改, 不修改,
  没有要改的, ok, okay, yes, submit, submit now, send, send it, all correct, correct, right, confirm, looks good,
  no change, nothing to change`),
    change: list(`
  修改, 我要修改, 有要改的, 要改, 要修改, 改一下, 改, 有错, 有误, 错了, 不对, 不正确, 有一处不对, 有不对的, 填错,
  写错, 不是, 等一下, 先不提交, 不提交, 别提交, change, change something, edit, wrong, not correct, not right,
  incorrect, mistake, no, wait, fix, don't submit`),
  },
} as const satisfies Vocabulary<string>;

export const bestTime = {
  name: 'bestTime',
  // Who has no wish is called as soon as possible.
  alone: {
    now: list(`
  好, 好的, 好吧, 行, 可以, 嗯, 没有, 没有要求, 没要求, 不知道, 不清楚, 不确定, 说不好, 👍, 👌, ok, okay, yes, sure, fine, don'tknow,
  idon'tknow, notsure, nopreference`),
  },
  options: ['now', 'morning', 'afternoon', 'nextMorning', 'nextAfternoon'],
  words: {
    now: list(`
  现在, 马上, 立刻, 尽快, 越快越好, 随时, 随时都行, 随时可以, 都可以, 都行, 什么时候都行, 任何时间, 赶紧, 现在就,
  现在方便, now, right now, as soon as possible, asap, anytime, any time, at once, whenever`),
    morning: list(`
  上午, 早上, 早晨, 一早, 今天上午, 今天早上, 中午前, morning, in the morning, this morning, before noon`),
    afternoon: list(`下午, 午后, 中午, 午休, 今天下午, afternoon, in the afternoon, this afternoon, noon, after lunch`),
    nextMorning: list(`
  下个上班日上午, 明天上午, 明早, 明天早上, 明天一早, 明儿上午, 明儿早上, 明天, 下个工作日, 下个工作日上午, 改天上午, tomorrow, tomorrow morning,
  next working day, next working day morning, next morning`),
    nextAfternoon: list(`
  下个上班日下午, 明天下午, 明天中午, 明儿下午, 下个工作日下午, 改天下午, tomorrow afternoon, next working day afternoon, next afternoon`),
  },
} as const satisfies Vocabulary<string>;

export const insurer = {
  name: 'insurer',
  alone: { ours: ['👍', '👌'] },
  options: ['ours', 'another', 'unknown'],
  words: {
    ours: list(`
  是, 是的, 是你们, 是你们的, 是你们家, 是贵公司, 是本公司, 你们家, 你们公司, 你们这, 你们这里, 在你们这, 贵公司,
  本公司, 贵司, 你家, 对, 对的, 嗯, 在这, yes, ours, yours, with you, your company, it is with you, this company`),
    another: list(`
  不是, 不是你们, 不是你们家, 不是你们公司, 不是贵公司, 不在你们, 不在你们这, 不在你们家, 别家, 别的公司, 在别家,
  别家公司, 其他公司, 其它公司, 另一家, 另外一家, 另一个公司, 其他保险公司, 别的保险公司, 不在这, no, another,
  another insurer, another company, other company, other insurer, different company, different insurer, not with you,
  not yours, someone else`),
    unknown: unsure,
  },
} as const satisfies Vocabulary<string>;

export const more = {
  name: 'more',
  options: ['later', 'skip'],
  words: {
    later: list(`
  稍后, 稍后再说, 稍后补, 以后, 以后再补, 晚点, 晚点再说, 等会, 等一会, 待会, 回头, 过会, 明天, 改天, 后面再补, 先不,
  有空再, later, not now, do it later, remind me, tomorrow, another time`),
    skip: list(`
  跳过, 略过, 不用, 不用了, 不需要, 没有, 没有了, 不补, 不补了, 无, 没了, 算了, 不要, 结束, 不填, skip, no,
  no thanks, nothing, none, skip this, done`),
  },
} as const satisfies Vocabulary<string>;
