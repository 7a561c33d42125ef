/** “我没有手机”, “他昏迷了，拿不到验证码”: who cannot read a code where one is asked for. */
const LONGEST = 60;
const LACKS =
  /没(?:有)?(?:他|她|我妈|我爸|伤者)?的?(?:手机|电话)(?!号码?(?:错|不对))|手机(?:不在|丢|坏|没电|停机|关机|换了|打不开)|(?:号码?|手机号)(?:不用了|停了|注销|换了|早就换)|(?:拿|看|接|收)不到(?:验证码|短信|手机)|昏迷|醒不过来|no phone|lost (?:my|the|her|his) phone|phone is (?:lost|broken|off)|(?:cannot|can't) (?:get|read|see) the code|in a coma|unconscious/i;

export const lacksPhone = (text: string): boolean => text.length <= LONGEST && LACKS.test(text.normalize('NFKC'));

/** “我不弄那个码了”, “不核对了行不行”. */
export const leavesCode = (text: string): boolean =>
  text.length <= LONGEST &&
  /不(?:想|要|用)?(?:再)?(?:核对|验证|弄|搞|查|填|输)(?:那个|这个|什么|啥)?(?:验证码|码|了)|(?:先?别|算了)[^,，。]{0,3}(?:验证|核对|码)|(?:skip|forget) (?:the )?code|(?:do not|don't) want to verify/i.test(
    text,
  );

/** It is a code or a number that is spoken of, and nobody lies in the road. */
export const saysWhyNoCode = (text: string): boolean =>
  lacksPhone(text) && /验证码|(?:报案|登记|留)的?(?:的)?(?:电话|手机|号码)|\bcode\b/i.test(text);
