import { has } from './matches.ts';
import { normal } from './normal.ts';

/** The asked action of “打 122 报警了吗？”: see `about` in yes-no.ts. */
export const aboutPolice =
  /报(?:了|过|完|的)?警|(?<!\d)(?:122|110)(?!\d)|交警|警察|公安|派出所|(?<![a-z])(?:police(?:man|men)?|cops?)(?![a-z])/;

/** “警察刚到了”, “交警在现场”: they know, and whoever says it is there. */
export const policeArrived = (text: string): boolean => has(ARRIVED, text.slice(0, 200));
const ARRIVED =
  /(?:警察|交警|民警)(?:们|已经|刚刚?|刚才|都|叔叔){0,3}(?:来了|到了|到现场|在现场|在处理|过来了|赶到)|(?:the )?police (?:are|is|have|has|just|now){0,2} ?(?:here|arrived|come)/i;

/** “交警昨天来过了”, “那天交警就来了”: on another day. */
export const policeCame = (text: string): boolean => has(CAME, text.slice(0, 200));
const CAME =
  /(?:昨[天晚]|前[天晚]|那天|当天|当时|上(?:周|个?礼拜|星期)|[一二两三四五六七八九十\d]天前)[^,，。;；!！?？]{0,8}(?:警察|交警|民警)[^,，。;；!！?？]{0,4}来(?:过|了)|(?:警察|交警|民警)[^,，。;；!！?？]{0,3}(?:昨[天晚]|前[天晚]|那天|当天|当时|上周)[^,，。;；!！?？]{0,4}来(?:过|了)|(?:the )?police came (?:yesterday|that day|then|\w+ days ago)/i;

/** “报过警了”, “交警已经来过” in a story: they know, wherever whoever tells it is. */
export const policeKnew = (text: string): boolean =>
  /(?:^|[我他她们人机主,，。；;了])(?:已经|就|马上|当时|当场|也|都|立刻|赶紧){0,2}(?:报(?:了|过|完)警|报警了(?!吗|没|么)|打(?:了|过)(?:122|110)(?!吗|没))|(?:交警|警察|民警)(?:们|也|都|已经|当时|当场){0,2}(?:来过|到过|来看过|来了|到了|处理过|出过现场|拍了照)|(?:police (?:came|have been|were there))|(?:called|phoned) (?:122|110|the police)/i.test(
    normal(text.slice(0, 600)).text,
  );

/** “报了”, “刚打了122”: as an answer to having been asked to call. */
export const knowsPolice = (text: string): boolean =>
  policeArrived(text) ||
  /^(?:我|已经|刚刚?|刚才|现在|都|就|嗯|好|，|,| ){0,5}(?:报(?:了|过|完)警?了?|报警了|打(?:了|过|完|通)(?:122|110|交警|电话|报警|了| ){0,3})[。.!！~ ]{0,3}$|^(?:i )?(?:just |have |already ){0,2}(?:called|phoned) (?:122|110|the police|them)/i.test(
    text.trim().slice(0, 40),
  );
