/** Words by which places and kinds of road are known. */

import { consistsOf } from './normal.ts';

/** Nouns that end the name of a place, longest first where one begins another. */
export const PLACE_END = new RegExp(
  [
    '(?:交叉|十字|丁字|三岔)?路口|交叉口|交汇处|交界处|岔路口|红绿灯(?:处|路口)?|转盘|环岛|大道|快速路|高架桥?|[一二三四五六内外]环|环线|公路|[国省县乡]道(?:[gsxy]?\\d{2,4}线?)?|村道|高速公路|高速路?|匝道|服务区|收费站|互通|枢纽',
    '出口|入口|(?<=高速)口|码头|[东南西北]站(?!着|在)|(?<=[门街口关路])十字(?=$|[被撞,。;让那跟和附往])|(?<=[一-鿿]{2})[庙寺](?!会)|隧道|大桥|立交桥?|桥(?:上|下|头|底)?|广场|小区|花园|公园|体育场|体育馆|体育中心站?|水库|大坝|[河江湖海]堤|渡口|学校|中学|小学|大学|学院|幼儿园|停车场|停车库|地下车库|地库|车库|加油站|充电站|工地|厂区|工业园|产业园|物流园|(?:软件|科技|创业|文创)园区?|市场|菜场|超市|商场|万达|火车站|高铁站|汽车站|客运站|公交站台?|地铁站|地铁口|车站|机场',
    '医院(?=对面|附近|旁边|[东南西北]侧|门口|门前|[东南西北正后侧]门|路口|停车场)|村口|镇上|(?<!农)村|巷|胡同|(?<=\\d)弄|街道|大街|(?<!满)街|路段|(?<![跑封站堵赶修带绕退迷问让细一滑雪走过])路(?!交通|政|况|费|程|由(?![东南西北])|人|线|滑|名)|[东南西北正后侧]大?门|门口|门前|\\d{1,4}(?:\\.\\d)?公里(?:加?\\d{1,3}米)?(?:处|附近)?|(?<![a-z\\d])k\\d{1,4}(?:\\+\\d{1,3})?(?![a-z\\d])(?:处|附近)?',
  ].join('|'),
  'g',
);
/** What may still belong to a place behind its last noun. */
export const PLACE_TAIL =
  /(?:上|口|处|段|附近|旁边?|对面|路段|方向|[东南西北]侧|[东南西北]向|(?:往|由|向)[东南西北](?:[向往至到][东南西北])?(?:方向)?(?:\d{1,4}(?:米|公里)(?:处|左右)?)?|\d{1,5}号|\d{1,4}米(?:处|左右)?){0,2}/y;

/** A name of nothing in particular. */
const GENERIC =
  /事发|出事|案发|肇事|个?红绿灯|非机动车|人行横道|高速公路|走的那条|第[一二三四]个|停车场|机动车|斑马线|前面|前方|后面|旁边?|附近|对面|一个|一条|这个|那个|这条|那条|高速|国道|省道|上班|下班|回家|上学|放学|农村|城市|市区|乡下|村里|单位|公司|医院|我家|他家|自家|家里|学校|小区|路边|路口|十字|交叉|丁字|平时|当时|现在|什么|怎么|没有|对方|双方|人行|公路|门路|思路|应该|这|那|一|某|哪|每|几|两|三|前|个|条|大|小|老|新|马|公|道|铁|路|街|桥|上|下|去|来|半|后|出|进|走|开|问|思|套|网|线|财|回|家|门|的|了|在|你|我|他|她|要|想|有|不|死|绝|活|生|销|电|水|人|是|躺|说|该/y;
export const isGeneric = (stem: string): boolean => consistsOf(GENERIC, stem);
/** Nouns that are a name in themselves: every town has one of them. */
export const TELLING =
  /^(?:体育|火车站|高铁站|汽车站|客运站|地铁站|地铁口|机场|菜场|万达|[东南西北]站|k\d|\d|[国省县乡]道[a-z\d])/;

/** “幼儿园门口”: there is one near everybody, and its gate is a place. */
export const FACILITY =
  /^(?:学校|小学|中学|大学|学院|幼儿园|停车场|加油站|充电站|工地|厂区|工业园|产业园|物流园|市场|超市|商场|公园|小区|花园|广场|体育馆|收费站|服务区|高速(?:公路)?|医院)$/;
export const AT_FACILITY =
  /^(?:大?门口|门前|[东南西北正后侧]大?门|出口|入口|路口|停车场|地下车库|对面|附近|旁边|[东南西北]侧|公交站|地库|(?:地下)?车库)/;

/** Every road has some of them: they are a place where an accident is told in the same breath. */
export const SPOT = /^(?:村口|桥头|服务区|公交站|环岛|转盘|码头|[二三四五六内外]环)/;
export const HAPPENED = /^[^。;!?\n]{0,16}(?:撞|碰|刮|蹭|剐|追尾|顶了|翻|轧|压|摔|出(?:了|的)?(?:事|车祸))/;

export type Road = 'road' | 'motorway' | 'offRoad';

const MOTORWAY =
  /高速|匝道|收费站|服务区|应急车道|互通|枢纽|(?<![a-z0-9])[gs](?:\d{1,2}|\d{4})(?!\d|栋|号楼)|expressway|motorway|freeway|toll ?(?:road|gate|booth)/;
const BESIDE = '(?!门|外|旁|附近|对面|出口|出入口|入口|路口|边|前|后面|[东南西北]侧|[东南西北]门|路|大道|街)';
const OFF_ROAD = new RegExp(
  `停车(?:场|库|位|区)${BESIDE}|车库${BESIDE}|地库|地下(?:室|停车)|小区${BESIDE}|工地${BESIDE}|厂区${BESIDE}|厂(?:里|内|房)|工厂${BESIDE}|校园|(?:学校|校)(?:里|内)|操场|院(?:子|里)(?<!医院里)|(?:单位|公司|机关|大院|园区|市场|码头|仓库)(?:里|内)|(?:加油站|充电站)(?:里|内)|田(?:里|间|地)|农田|地里|果园|菜地|货场|码头${BESIDE}|仓库${BESIDE}|晒谷?场|car ?park|parking (?:lot|garage|space)|garage|construction site|compound|campus|private (?:yard|ground|property)|\\byard\\b`,
);
const ON_ROAD =
  /路|街|大道|国道|省道|县道|乡道|村道|[一二三四五六]环|环线|桥|隧道|巷|胡同|弄堂?|转盘|环岛|红绿灯|斑马线|人行横道|\broad\b|\brd\b|\bstreet\b|\bave(?:nue)?\b|\blane\b|\bbridge\b|\bjunction\b|\bcrossing\b|\bhighway\b|\bintersection\b/;

/** The kind of road that the words name, or undefined where they name none. `text` is normal. */
export function roadOf(text: string): Road | undefined {
  if (MOTORWAY.test(text)) return 'motorway';
  if (OFF_ROAD.test(text)) return 'offRoad';
  return ON_ROAD.test(text) ? 'road' : undefined;
}

/** “107国道 临颍那块”, “国道上，合肥往六安那边”. */
export const ON_ROUTE =
  /(?:[gsxy]?\d{1,4})?(?:国道|省道|县道|乡道)(?:上)?[\s,，]?[^,，。\s]{1,8}(?:那块|那边|那段|那儿|附近|方向|往[^,，。\s]{1,6}|路口|境内|段)(?:那边|方向|那段)?/g;

/** “说了，国道合肥往六安，具体哪记不得”: what is said about the place is none of it. */
export const withoutGrumble = (words: string): string =>
  words
    .replace(/^(?:我|都|刚才?|不是|已经)*(?:说|讲)(?:过|了)(?:了|嘛|吗)?[\s,，。!！]+/, '')
    .replace(
      /[\s,，。](?:具体|准确|详细)?[^,，。\s]{0,6}(?:记不(?:得|清|住)|不记得|说不(?:清|上来)|想不起|搞不清)[^,，。]{0,6}$/,
      '',
    );
