/** Words of the choices about danger, the road and the scene. */
import { list, type Vocabulary } from './choice.ts';

export const dangerNow = {
  name: 'dangerNow',
  options: ['bleeding', 'unconscious', 'trapped', 'fire', 'none'],
  residual: ['none'],
  words: {
    none: list(`
  没有这些危险, 没有以上危险, 没有这些情况, 没有以上情况, 以上都没有, 都没有, 没有危险, 没危险, 没有, 没, 无, 冇,
  没事, 人没事, 不严重, 没有生命危险, 安全, 都安全, 已经安全, 暂时安全, 都不是, 目前没有, 现在没有, 还好, none,
  none of these, no, no danger, nobody, safe, everyone is safe, all safe, we are fine`),
    bleeding: list(`
  流血不止, 血流不止, 大出血, 血止不住, 止不住血, 止不住, 一直流血, 一直在流血, 还在流血, 流很多血, 流了很多血,
  好多血, 出血, 流血, 满脸血, 满头血, 喷血, 血哗哗, 骨头露出来, 有人大量流血, 大量流血, 大量出血, bleeding,
  heavy bleeding, bleeding heavily, bleeding badly, blood everywhere, lot of blood, losing blood`),
    unconscious: list(`
  昏迷不醒, 昏迷, 叫不醒或没有呼吸, unconscious or not breathing, 叫不醒, 喊不醒, 叫不醒、没反应, 没有意识, 没意识, 没了意识, 失去意识, 失去知觉, 没知觉, 没有知觉,
  没有反应, 没反应, 晕过去, 昏过去, 晕倒, 晕了, 不省人事, 一动不动, 没有呼吸, 没呼吸, 不呼吸, 呼吸困难, 呼吸很弱,
  喘不上气, 喘不过气, 没心跳, 没有心跳, 快不行, 休克, 人不动了, 没动静, unconscious, not breathing, can't breathe,
  cannot breathe, not responding, unresponsive, passed out, fainted, not moving, knocked out, no pulse`),
    trapped: list(`
  被困, 困住, 人被困住, 困在, 卡住, 卡在, 夹住, 压住, 压在车下, 压在, 出不来, 下不来, 动不了, 被压, 被卡, 被夹,
  门打不开, trapped, stuck inside, someone is trapped, stuck in the car, pinned, under the car, can't get out,
  cannot get out`),
    fire: list(`
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
  已离开, 已经离开, 离开, 走了, 已经走, 撤离, 撤了, 散了, 不在现场, 回家, 到家,
  开走, left, moved, gone, went home, at home, not there`);
const police = list(`
  已报警, 已经报警, 报警了, 报了警, 报过警, 报警, 报了, 打了122, 打过122, 打了110, 打过110, 交警来了, 交警到了,
  交警处理, 交警在, 等交警, 交警, 警察来了, 警察, 有人报警, called the police, police called, police are here,
  police came, police informed, reported to the police, called 122, called 110, called`);
const noPolice = list(`
  没报警, 没有报警, 还没报警, 还没有报警, 未报警, 没有报, 没报, 没打122, 没叫交警, 没找交警, 没有交警, 忘了报警,
  来不及报警, 私了, 私下, not called, no police, haven't called, have not called, didn't call, did not call,
  police not called, not yet called, without calling`);

/** Two facts in one tap: whether the person is still there, and whether police were called. */
export const sceneStatus = {
  name: 'sceneStatus',
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
