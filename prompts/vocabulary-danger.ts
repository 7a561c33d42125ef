/** Words of the choices about danger, the road and the scene. */
import { list, type Vocabulary } from './choice.ts';
import { dyingIn } from './death-words.ts';

/** “躺着不动”, “趴在地上一直没动”: not one who cannot be reached, perhaps, but the most careful reading. */
const lyingStill = ['躺', '趴', '倒', '瘫', '昏'].flatMap((lies) =>
  ['', '着', '在地上', '地上', '在那', '那', '在那里', '在路上', '在路边', '在马路上', '在地', '地'].flatMap((where) =>
    ['不动', '都不动', '也不动', '一直不动', '没动', '一直没动', '没动过', '动也不动'].map(
      (still) => `${lies}${where}${still}`,
    ),
  ),
);

/** “叫他没反应”, “喊她不应”. */
const calledInVain = ['叫', '喊', '摇', '拍', '推'].flatMap((calls) =>
  ['', '他', '她', '人', '名字'].flatMap((whom) =>
    ['不应', '没应', '没人应', '不醒', '没醒', '不动', '没反应', '没有反应', '不答应', '没回应'].map(
      (silence) => `${calls}${whom}${silence}`,
    ),
  ),
);

export const dangerNow = {
  name: 'dangerNow',
  options: ['bleeding', 'unconscious', 'trapped', 'fire', 'unsure', 'away', 'none'],
  residual: ['none', 'unsure'],
  urgent: ['bleeding', 'unconscious', 'trapped', 'fire'],
  told: [['unconscious', dyingIn]],
  words: {
    unsure: list(`
  看不出来, 看不出, 不确定, 说不准, 说不好, 不知道, 不清楚, 不了解, 不晓得, 拿不准, 没看清, hard to tell, can't tell, cannot tell, i can't tell, not sure, don't know, do not know, no idea`),
    // Nobody there needs to be told whom to call.
    away: list(`
  人已送医，或我不在现场, 人已送医，我不在现场, 已送医, 已经送医, 送医了, 我不在现场, 不在现场, 没在现场, 不在那里, 不在场, 没在场, 在医院, 医院里, 在医院里, 到医院了, 已经到医院, 送医院了,
  送到医院了, 送去医院了, 已送医院, 已经送医院, 已经在医院, 在医院抢救, 医院抢救, 正在抢救, 在抢救, 抢救中, 在icu, 进了icu, 在重症, 住院, 住院了, 已经住院, 救护车拉走, 救护车接走, 救护车已经拉走, 120拉走, 120接走, 出院, 出院了, 医院躺着, 医院躺, 医院住着, 科住着, 病房, 做手术, 做了手术, 开刀, 动了手术, 天前, 前天的事, 前天撞, 上礼拜, 上周, 上个礼拜, 上星期, 上个月, 个月前, 好几天了, 半个月了, 个礼拜了,
  in hospital or i am not there, in hospital, at the hospital, in the hospital, taken to hospital, already in hospital, in icu, not there, not at the scene,
  i am not there, i'm not there, wasn't there, ambulance took`),
    none: list(`
  没有这些危险, 没有以上危险, 没有这些情况, 没有以上情况, 以上都没有, 都没有, 没有危险, 没危险, 没有, 没, 无, 冇,
  没事, 人没事, 不严重, 没有生命危险, 安全, 都安全, 已经安全, 暂时安全, 都不是, 目前没有, 现在没有, 还好, none,
  none of these, no, no danger, nobody, safe, everyone is safe, all safe, we are fine`),
    bleeding: list(`
  全是血, 都是血, 满是血, 浑身是血, 浑身血, 满身是血, 满身血, 一身血, 一身是血, 满脸是血, 满头是血, 头上是血, 脸上是血, 血流满面, 血流如注,
  流血很多, 流血太多, 流了好多血, 流了很多的血, 血流了一地, 一地血, 一地的血, 一大滩血, 一摊血, 血一直流, 血一直在流, 血还在流, 血在流, 血没止住,
  血还没止住, 没止住, 血没停, 血还没停, 不停流血, 不停地流血, 吐血, 吐了血, 吐出血, 吐了很多血, 在吐血, 一直吐血, 一直在吐血, 还在吐血, 咳血, 咯血,
  covered in blood, covered with blood, full of blood, blood all over, pool of blood, bleeds, bled a lot,
  vomiting blood, throwing up blood, coughing up blood, coughing blood, spitting blood, won't stop bleeding,
  流血不止, 血流不止, 大出血, 血止不住, 止不住血, 止不住, 一直流血, 一直在流血, 还在流血, 流很多血, 流了很多血,
  好多血, 出血, 流血, 满脸血, 满头血, 喷血, 血哗哗, 骨头露出来, 有人大量流血, 大量流血, 大量出血, bleeding,
  heavy bleeding, bleeding heavily, bleeding badly, blood everywhere, lot of blood, losing blood`),
    unconscious: [
      ...lyingStill,
      ...calledInVain,
      ...list(`
  人没动, 人没有动, 一动没动, 没有动静, 没脉搏, 没有脉搏, 没有气了, 没声音了, 没有声音, 不动弹, 没动弹, 动弹不得, 不能动弹, 不会动弹, 动也不动, 一动也不动, 人不会动, 不应声, 没应声, 没有应声, 没吭声, 不吭声了,
  不喘气, 不喘气了, 呼吸停, 呼吸停了, 停止呼吸, 没气儿, 没气儿了, 没回应, 没有回应, 没有任何反应, 不答应, 没答应, 没醒, 还没醒, 醒不过来, 醒不来, 意识模糊, 意识不清, 神志不清, 神志模糊, 迷迷糊糊, 没气了, 没了气, 断气, 没了呼吸,
  没法呼吸, 没办法呼吸, 说不出话, 说不了话, 不能说话, 不会说话了, 讲不出话, 讲不了话, 喘得厉害, 喘得很, 喘得不行, 喘不上来, 喘不过来, 喘不了气, 大口喘, 一直喘, 一直在喘,
  上气不接下气, 呼吸急促, 呼吸微弱, 没什么呼吸, 抽搐, 抽风, 浑身抽, 全身抽, 身体在抽, 一直在抽, 口吐白沫, 翻白眼, 嘴唇发紫, 嘴唇发白, 脸色发青, 脸发紫,
  一直在吐, 一直吐, 还在吐, 在吐, 不停吐, 不停地吐, 不停呕吐, 吐个不停, 吐了好几, 吐得厉害, 呕吐, 呕吐不止,
  lying still, lying motionless, motionless, does not move, doesn't move, isn't moving, won't move, can't move at all,
  does not respond, doesn't respond, isn't responding, no response, no reaction, does not react, won't wake up,
  can't wake, cannot wake, not waking up, does not wake, not conscious, can't speak, cannot speak, can't talk,
  cannot talk, unable to speak, struggling to breathe, hard to breathe, trouble breathing, difficulty breathing,
  short of breath, gasping, breathing hard, breathing heavily, seizure, seizures, convulsing, convulsions, fitting,
  foaming at the mouth, vomiting, keeps vomiting, throwing up, keeps throwing up, no longer breathing, not alert`),
      ...list(`
  昏迷不醒, 昏迷, 叫不醒或没有呼吸, unconscious or not breathing, 叫不醒, 喊不醒, 叫不醒、没反应, 没有意识, 没意识, 没了意识, 失去意识, 失去知觉, 没知觉, 没有知觉,
  没有反应, 没反应, 晕过去, 昏过去, 晕倒, 晕了, 不省人事, 一动不动, 没有呼吸, 没呼吸, 不呼吸, 呼吸困难, 呼吸很弱,
  喘不上气, 喘不过气, 没心跳, 没有心跳, 休克, 人不动了, 没动静, unconscious, not breathing, can't breathe,
  cannot breathe, not responding, unresponsive, passed out, fainted, not moving, knocked out, no pulse`),
    ],
    trapped: list(`
  压在车底下, 压在车底, 压在车轮, 在车底下, 在车底, 在车轮下, 在轮子下, 压着, 埋着, 困着, 卡着, 卡着出不来, 卡死, 夹着, 夹在, 拖不出来, 拉不出来, 拽不出来, 弄不出来, 救不出来,
  爬不出来, 没法出来, 没办法出来, 没法动, 没办法动, 打不开门, 车门变形, 门变形, under a car, underneath the car, under the wheel,
  under the truck, wedged, can't get him out, can't get her out, can't get them out, door won't open, cannot move the car off,
  被困, 困住, 人被困住, 困在, 卡住, 卡在, 夹住, 压住, 压在车下, 压在, 出不来, 下不来, 动不了, 被压, 被卡, 被夹,
  门打不开, trapped, stuck inside, someone is trapped, stuck in the car, pinned, under the car, can't get out,
  cannot get out`),
    fire: list(`
  冒白烟, 冒黑烟, 冒着白烟, 冒着黑烟, 冒着浓烟, 冒了烟, 起烟, 冒着烟, 冒浓烟, 冒青烟, 浓烟, 有烟, 在烧, 烧焦, 焦味, 焦糊味, 汽油味, 很大的油味, 在漏油, 油在漏, 油漏, 滴油, 自燃, 火光, 有火, 火花, 快炸了, 要爆炸, flames,
  caught fire, in flames, smell of petrol, smell of gas, smell petrol, smells of petrol, leaking petrol, leaking oil, oil leak, sparks,
  着火, 起火, 失火, 起火、冒烟、漏油, 冒烟, 燃烧, 烧起来, 漏油, 漏汽油, 汽油漏, 爆炸, 火苗, 电池冒烟, 后面还有车过来,
  fire, on fire, fire smoke or leaking fuel, burning, smoke, smoking, fuel leak, leaking fuel, petrol leak,
  explosion`),
  },
} as const satisfies Vocabulary<string>;

export const road = {
  name: 'road',
  options: ['road', 'motorway', 'offRoad'],
  words: {
    road: list(`
  普通道路, 普通公路, 一般道路, 城市道路, 市区道路, 市区, 城区, 公路, 国道, 省道, 县道, 乡道, 村道, 路上, 街上, 大街,
  马路, 马路边, 路边, 路口, 十字路口, 街道, 快速路, 高架, 环路, 小区门口, 小区外, ordinary road, normal road, road,
  street, town road, city, crossing, junction, highway in town`),
    motorway: list(`
  高速公路, 高速路, 高速, 高速上, 匝道, 应急车道, 服务区, 收费站, motorway, expressway, highway, freeway, toll road`),
    offRoad: list(`
  不在道路上, 不在路上, 非道路, 停车场, 车库, 小区、停车场等, 地库, 地下车库, 小区, 小区里, 小区内, 院子, 院子里,
  工地, 厂区, 厂里, 工厂, 校园, 学校里, 单位里, 单位院内, 田里, 农田, 地里, 加油站, 码头, 仓库, 货场, 空地,
  not on a road, car park residential area, residential area, off the road, off road, car park, parking lot, garage,
  private ground, compound, construction site, yard, campus, field`),
  },
} as const satisfies Vocabulary<string>;

const here = list(`
  还在现场, 人在现场, 在现场, 在原地, 在这等, 没动, 没有动, 没移动, 没挪, 现场还在, 没离开, 没走, still here,
  still at the scene, at the scene, on the spot, not moved`);
const gone = list(`
  已离开, 已经离开, 离开, 走了, 已经走, 撤离, 撤了, 散了, 不在现场, 回家, 到家, 在家, 搁家, 家里, 在单位, 在上班, 在公司,
  开走, left, moved, gone, went home, at home, not there`);
const police = list(`
  已报警, 已经报警, 报警了, 报了警, 报过警, 报警, 报了, 打了122, 打过122, 打了110, 打过110, 交警来了, 交警到了,
  交警处理, 交警在, 等交警, 交警, 警察来了, 警察, 有人报警, called the police, police called, police are here,
  police came, police informed, reported to the police, called 122, called 110, called`);
const noPolice = list(`
  没报警, 没有报警, 还没报警, 还没有报警, 未报警, 没有报, 没报, 没打122, 没叫交警, 没找交警, 没有交警, 忘了报警,
  来不及报警, 私了, 私下, not called, no police, haven't called, have not called, didn't call, did not call,
  police not called, not yet called, without calling`);

/** “报警了吗？您现在在哪？” – “没有”: not called, and nothing of where. */
const onlyNo = ['没有', '没', '还没', '还没有', 'no'];

/** Two facts in one tap: whether the person is still there, and whether police were called. */
export const sceneStatus = {
  name: 'sceneStatus',
  alone: { hereNotCalled: onlyNo, leftNotCalled: onlyNo },
  options: ['hereCalled', 'hereNotCalled', 'moved', 'tookToHospital', 'movedCalled', 'leftNotCalled'],
  words: {
    hereCalled: [
      ...list(
        `在现场，已报警, 还在现场，已报警, at the scene police called, 等交警, 在等交警, 等警察, 交警马上到, 交警快到了, waiting for the police`,
      ),
      ...here,
      ...police,
    ],
    hereNotCalled: [
      ...list(`在现场，还没报警, 还在现场，还没报警, at the scene police not called`),
      ...here,
      ...noPolice,
    ],
    movedCalled: [...list(`离开了，报过警, 已离开，报过警, left police called`), ...gone, ...police],
    moved: list(
      `车挪开了，人还在, 车挪开了, 挪车了, 挪到路边, 移到路边, 人还在, 人在车不在, car moved, moved the car, car moved still here`,
    ),
    tookToHospital: list(`
  送伤者去医院, 送伤者去了医院, 送人去医院, 送他去医院, 送她去医院, 离开现场送医, 离开去医院, 送伤者, 送医院,
  送去医院, 送到医院, 送医, 在医院, 去医院, 到医院, 救护车, 救人, 陪去医院, 为了救人离开, took to hospital,
  took the injured to hospital, took them to hospital, took him to hospital, took her to hospital,
  taking someone to hospital, left to take someone to hospital, went to hospital, to hospital, at the hospital,
  in hospital, hospital`),
    leftNotCalled: [...list(`离开了，没报警, 已离开，没报警, left police not called`), ...gone, ...noPolice],
  },
} as const satisfies Vocabulary<string>;
