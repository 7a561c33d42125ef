/**
 * Words by which requests are recognised. Data, to be grown by reading transcripts. `whole`: the message is little else than
 * these words. `within`: they mean the request wherever they stand. The next issue replaces the method, not the place.
 */
export type Command =
  | 'crisis'
  | 'emergency'
  | 'human'
  | 'correct'
  | 'cancel'
  | 'back'
  | 'restart'
  | 'resume'
  | 'help'
  | 'scene'
  | 'report'
  | 'progress'
  | 'receipt'
  | 'forget'
  | 'english'
  | 'chinese'
  | 'later'
  | 'greeting'
  | 'thanks';

interface Words {
  readonly whole: readonly string[];
  readonly within: readonly string[];
}

/** In order of priority. */
export const commandWords: Readonly<Record<Command, Words>> = {
  crisis: {
    whole: [],
    within: ['不想活', '想死', '自杀', '活着没意思', '活不下去', '跳楼', '了断自己', '结束生命', '去死算了', 'kill myself', 'suicide', 'want to die', 'end my life'],
  },
  emergency: {
    whole: ['救命', '有人受伤，先救人', '有人受伤先救人', '先救人', '救人', '急救', '有人受伤了怎么办', 'help someone is hurt', 'someone is hurt, help first', 'emergency'],
    within: ['流血不止', '血止不住', '止不住血', '大出血', '一直流血', '没有呼吸', '没呼吸', '不呼吸', '呼吸困难', '喘不上气', '叫不醒', '昏迷不醒', '昏过去', '晕过去', '没有意识', '没意识', '失去意识', '没反应了', '卡在车里', '困在车里', '被困', '压在车下', '着火', '起火', '冒烟', '漏油', '快不行了', '要死了', 'bleeding badly', "won't stop bleeding", 'heavy bleeding', 'unconscious', 'not breathing', "can't breathe", 'trapped', 'on fire', 'smoke coming'],
  },
  human: {
    whole: ['人工', '转人工', '人工服务', '人工客服', '找人工', '真人', '客服', '找客服', '转接人工', '找个人', '我要人工', '我要找人', '和人说话', '联系人工', '请人来电', '打给我', '给我打电话', '让人给我打电话', 'agent', 'human', 'a person', 'talk to a person', 'speak to a human', 'call me', 'operator', 'representative'],
    within: ['转人工', '人工客服', '要投诉', '我要投诉', '找你们领导', '真人客服', 'talk to a human', 'real person', 'speak to someone', 'talk to someone', 'human please'],
  },
  correct: {
    whole: ['改一下', '修改', '更正', '填错了', '写错了', '说错了', '错了', '我要修改', 'change', 'correct', 'edit', 'wrong', 'i made a mistake'],
    within: ['填错', '写错', '说错', '输错', '选错', '记错', '点错', '打错', '不对，是', '不对,是', '应该是', '更正', '改成', '改为', '是错的', 'is wrong', 'was wrong', 'should be', 'i meant', 'change the', 'correct the'],
  },
  cancel: {
    whole: ['取消', '退出', '不报了', '算了', '先不报了', '停', '停止', '不弄了', '先不填了', '以后再说', '取消报案', 'cancel', 'stop', 'quit', 'exit', 'never mind'],
    within: [],
  },
  back: { whole: ['返回', '上一步', '上一题', '退回', '回上一步', '返回上一步', '回去', 'back', 'go back', 'previous'], within: [] },
  restart: { whole: ['重新开始', '重来', '从头来', '重新填', '重新报案', '从头开始', 'start over', 'restart', 'start again'], within: [] },
  resume: { whole: ['继续报案', '继续', '接着报案', '接着填', '继续填', '继续上次', '继续上次的对话', 'continue', 'resume', 'continue report', 'continue my report'], within: ['继续报案', 'continue my report'] },
  help: { whole: ['帮助', '怎么用', '能做什么', '你能做什么', '菜单', '功能', '?', '？', 'help', 'menu', 'what can you do'], within: ['你能干什么', '你会什么', '你是谁', 'who are you'] },
  scene: {
    whole: ['现场', '现场怎么办', '保护现场', '现场处置', '现场步骤', '现场卡片', '拍照清单', '拍什么', '怎么拍照', '该拍什么', '事故现场怎么办', 'scene', 'scene steps', 'what to do at the scene', 'photo list'],
    within: ['保护现场', '现场该怎么', '现场怎么处理', '现场要做什么', '现场要注意', '要不要挪车', '能不能挪车', '可以挪车吗', '能私了吗', '可以私了', '能不能私了', 'at the scene what', 'what should i do at the scene', 'can i move the car'],
  },
  report: {
    whole: ['报案', '我要报案', '报个案', '出险', '出事了', '出车祸了', '撞人了', '撞车了', '我撞人了', '报事故', '开始报案', '报保险', 'report', 'report an accident', 'i want to report an accident', 'accident'],
    within: ['要报案', '想报案', '报个案', '撞了人', '撞到人', '撞伤', '被车撞', '被撞', '出车祸', '发生车祸', '出了车祸', '发生事故', '出了事故', '出了交通事故', '追尾', '剐蹭', '刮蹭', '撞了', '撞上', '碰了', 'had an accident', 'car accident', 'traffic accident', 'hit a', 'was hit by', 'crashed', 'collision', 'report an accident', 'report the accident'],
  },
  progress: {
    whole: ['进度', '问进度', '查进度', '到哪一步了', '案子到哪了', '进展', 'progress', 'status', 'ask about progress', 'where is my claim'],
    within: ['到哪一步', '到哪步', '进度怎么样', '查一下进度', '查进度', '什么时候赔', '多久能赔', 'my claim status', 'status of my claim'],
  },
  receipt: { whole: ['回执', '看回执', '保存回执', '受理号', '报案号', '报案号是多少', '受理号是多少', 'receipt', 'my number', 'claim number'], within: ['报案号多少', '受理号多少'] },
  forget: { whole: ['这不是我的手机', '退出登录', '不是我的手机', 'not my phone', "this is not my phone", 'sign out', 'log out'], within: [] },
  english: { whole: ['english', 'in english', '英文', '英语', 'english please'], within: ['speak english', 'do you speak english'] },
  chinese: { whole: ['中文', '说中文', '汉语', '普通话', 'chinese', 'in chinese'], within: [] },
  later: { whole: ['稍后', '以后再补', '晚点再说', '先这样', '待会再说', '等会再弄', 'later', 'not now', 'do it later'], within: [] },
  greeting: { whole: ['你好', '您好', '在吗', '在不在', '喂', '嗨', '早上好', '晚上好', '下午好', 'hi', 'hello', 'hey', 'good morning', 'good evening'], within: [] },
  thanks: { whole: ['谢谢', '谢谢你', '谢谢您', '多谢', '感谢', '辛苦了', '再见', '拜拜', 'thanks', 'thank you', 'bye', 'goodbye'], within: [] },
};

/** Little words around a request that change nothing. */
export const fillers: readonly string[] = ['请', '我', '要', '想', '帮我', '给我', '一下', '吧', '呀', '啊', '了', '呢', '哦', '麻烦', '现在', '可以', '能', '吗', 'please', 'i want to', "i'd like to", 'can i', 'could you'];

/** A word before danger words that takes them back. */
export const negations: readonly string[] = ['没', '没有', '不', '未', '无', '没人', '并未', '不是', '不会', 'no ', 'not ', 'nobody ', "isn't ", 'never '];
