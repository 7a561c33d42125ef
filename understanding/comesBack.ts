/** “我回来了”, “继续”: somebody who was away takes up what she left, and answers nothing by it. */
export const comesBack = (text: string): boolean => asksHowItStands(text) || greets(text);

/** “大娃的药钱的事咋样了”. */
const asksHowItStands = (text: string): boolean =>
  text.trim().length <= 30 && /(?:咋样|怎么样|啥情况|什么情况|到哪(?:一步)?)了?[?？。]?$|any news/i.test(text.trim());

const greets = (text: string): boolean =>
  text.trim().length <= 12 &&
  /^(?:继续|接着|我?(?:又)?回来了|好了|可以了|在吗|你好|您好|喂|刚才|刚刚|go on|continue|i'm back|i am back|hello|hi)(?:填|写|弄|刚才的|吧|了|啊|呀|[,，。.!！]){0,4}$/i.test(
    text.trim(),
  );
