/** “我不是报案”, “人早出院了，我问的是少赔的钱”: nothing new is to be reported. */
import { clausesOf } from './clauses.ts';
import { plain } from './plain.ts';

/** Wherever it is said. */
const NO_REPORT =
  /(?:不是|没要|没有要|没说要?|不想|不要|谁要|没让你)(?:来|在|再|新)?报(?:新|个)?案(?!号)|退出(?:这个)?报案|别(?:再)?(?:给我)?报案|(?:不是|没有?)新(?:的)?(?:事故|案)|(?:别|不要)(?:再)?问(?:我)?(?:这个|这些|流血|伤情)|没(?:有)?人(?:要|需要)(?:急救|抢救|救)|(?:回到|还说)(?:刚才|前面|那个|上面)|not (?:a )?(?:new )?(?:report|accident)|not reporting|stop asking (?:me )?(?:this|that|about)|nobody is (?:hurt|bleeding) (?:now|any ?more)/;
/** These may stand in an account, too. */
const LONG_PAST =
  /(?:早|已经?|都)(?:就|都)?出院|不用(?:打|叫)?120|不是(?:现在|刚刚?|今天)(?:才)?(?:出|发生|撞)(?:的)?(?:事)?|老早的事|(?:早|已经?)(?:就)?(?:送|去|到)(?:了)?医院(?:治|看)过|left (?:the )?hospital (?:long|weeks|months) ago|no need (?:for|to call) (?:an )?(?:ambulance|120)/;

/** “我问的是少赔的钱”. */
export const saysWhatSheAsks = (text: string): boolean => /[我俺](?:问|说)的(?:是|不是)/.test(text);
/** “不同的事故”: another one, which is to be reported. */
export const saysAnother = (text: string): boolean =>
  /(?:不同|不一样|另外?|别的|第二)(?:的|一起|一个|起|个|次)*(?:事故|案|车祸)|(?:another|different) accident/i.test(
    plain(text),
  );
export const saysNoReport = (text: string): boolean => NO_REPORT.test(plain(text));
export const tellsLongPast = (text: string): boolean => LONG_PAST.test(plain(text));

/** What else the message says; empty: nothing. */
export const besidesNoReport = (text: string): string =>
  clausesOf(text)
    .filter((one) => !(saysNoReport(one) && !saysWhatSheAsks(one)) && !tellsLongPast(one) && !ONLY_CROSS.test(one))
    .join('，');
const ONLY_CROSS = /^(?:谢谢|你说啥呢?|啊|哎|唉|喂|不对|气死我了?|你好|您好|no|hey)$/i;
