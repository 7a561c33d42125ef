/** Words of the choices at the scene and of corrections. Labels of the buttons are in locales and are tested to be among them. */
import type { Vocabulary } from './choice.ts';

export const sceneTopic = {
  name: 'sceneTopic',
  options: ['photos', 'moving', 'leaving', 'private', 'dont', 'done'],
  words: {
    photos: ['拍照清单', '拍照', '拍什么', '照片', '取证', 'photo list', 'photos', 'pictures'],
    moving: ['要移动伤者或车', '移动', '挪车', '挪动', '搬动', '抬人', '移车', 'moving someone', 'move'],
    leaving: ['要送人去医院', '送医院', '送医', '去医院', '离开现场', 'going to hospital', 'hospital', 'leave'],
    private: ['对方想私了', '私了', '快处', '私下解决', '自己谈', 'settle privately', 'settle', 'cash'],
    dont: ['不要做的事', '不能做', '不要做', '禁止', '注意什么', 'what not to do', 'avoid'],
    done: [
      '不用了，返回',
      'that is all, go back',
      'that is all',
      '够了，回去',
      '够了',
      '回去',
      '好了',
      '知道了',
      '没有了',
      '结束',
      'done',
      'enough',
      'go back',
      'ok',
    ],
  },
} as const satisfies Vocabulary<string>;

export const shots = {
  name: 'shots',
  options: ['overview', 'positions', 'contact', 'plates', 'marks', 'injured', 'road', 'papers', 'video', 'enough'],
  words: {
    overview: ['前后全景', '全景', '远景', 'wide shots', 'wide shot', 'overview'],
    positions: ['车和人的位置', 'where cars and people are', '两车位置', '相对位置', '位置', 'positions'],
    contact: ['碰撞部位', '碰撞点', '接触点', '撞的地方', 'contact point', 'contact'],
    plates: ['各方车牌', 'all plates', '双方车牌', '车牌', 'plates'],
    marks: ['刹车痕、散落物', '刹车痕', '散落物', '痕迹', 'skid marks', 'marks', 'debris'],
    injured: ['伤者位置和伤处', 'where the injured are', '伤者位置', '伤者', '伤情', 'injured'],
    road: ['路况、灯、天气', '路况', '红绿灯', '天气', 'road and weather', 'road', 'weather'],
    papers: ['对方证件、保单', '证件', '保单', '驾驶证', 'papers', 'licence', 'policy'],
    video: ['一段短视频', '视频', '录像', 'short video', 'video'],
    enough: ['先拍到这里', '够了', '拍完了', '好了', '不拍了', '先这样', 'enough', 'done'],
  },
} as const satisfies Vocabulary<string>;

/** How people call the answers of a report when they correct one. */
export const reportField = {
  name: 'reportField',
  options: ['phone', 'role', 'when', 'where', 'what', 'injuredCount', 'ownPlate', 'other'],
  words: {
    phone: ['联系电话', '电话', '手机号', '手机', '号码', 'phone number', 'phone'],
    role: ['您的身份', '我的身份', '身份', 'your role', 'my role', 'who i am'],
    when: ['事故时间', '出险时间', '事故时间', '时间', '日期', '几点', 'time of accident', 'time', 'date'],
    where: ['事故地点', '出险地点', '事故地点', '地点', '地址', '位置', '地方', '在哪', 'place', 'location', 'address'],
    what: ['事故经过', '经过', '过程', '怎么撞的', 'what happened', 'story'],
    injuredCount: ['受伤人数', '伤者人数', '人数', '几个人受伤', 'number injured', 'injured'],
    ownPlate: [
      '投保车辆车牌',
      'plate of the insured car',
      '本车车牌',
      '我的车牌',
      '我车牌',
      '车牌',
      'own plate',
      'my plate',
      'plate',
    ],
    other: ['对方情况', '对方车牌', '对方', 'other side', 'other plate', 'other car'],
  },
} as const satisfies Vocabulary<string>;
