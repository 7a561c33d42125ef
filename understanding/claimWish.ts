/** “怎么还不动啊”, “搞快点” right after somebody was told where her claim stands: of the claim, not of a body. */

/** Words that speak of somebody, or of an accident going on. */
const OF_SOMEBODY =
  /[人他她它爸妈爹娘父母儿女孩娃老弟妹哥姐娘公婆叔姨血醒吸气跳头腿手车火烟撞压救]|he |she |him|her|breath|blood|person|wake/i;
const STILL =
  /(?:怎么|为什么|为啥|咋|还|一直|没有?|不|未)[^，。,.!?！？]{0,4}(?:动静|动|反应|进展|消息|下文)|卡(?:住|在|着|了)|not moving|isn't moving|stuck|no news/i;
const HURRY = /快(?:点|一点|些|着点)|搞快|抓紧|赶紧|赶快|hurry|faster/i;
const LONGEST = 14;
const LONGEST_ENGLISH = 30;

export function claimWishIn(text: string): 'why' | 'press' | undefined {
  const words = text.trim();
  if (words.length > (/^[ -~]+$/.test(words) ? LONGEST_ENGLISH : LONGEST) || OF_SOMEBODY.test(words)) return undefined;
  if (STILL.test(words)) return 'why';
  return HURRY.test(words) ? 'press' : undefined;
}
