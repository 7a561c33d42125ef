/** “我回来了”, “继续”: somebody who was away takes up what she left, and answers nothing by it. */
export const comesBack = (text: string): boolean =>
  text.trim().length <= 12 &&
  /^(?:继续|接着|我?(?:又)?回来了|好了|可以了|在吗|你好|您好|喂|刚才|刚刚|go on|continue|i'm back|i am back|hello|hi)(?:填|写|弄|刚才的|吧|了|啊|呀|[,，。.!！]){0,4}$/i.test(
    text.trim(),
  );
