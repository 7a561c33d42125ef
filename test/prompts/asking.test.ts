import { expect } from 'chai';
import { asksSomething } from '../../prompts/index.ts';

const asked =
  '谁赔|赔多少|赔多少啊|这咋整|这样行吗|对吗|有用吗|啥时候能赔|选哪个|哪个|要几天|几天到账|在哪办|材料在哪交|去哪领钱|医院谁出钱|凭啥我赔|要带什么|能不能挪|who pays for his hospital?|who pays for his hospital'.split(
    '|',
  );
const told =
  '几天前|哪都疼|刚才撞的|好几天了|过几天再说|再等几天吧|不需要什么|还在流血呢|没什么|不怎么样|哪里都疼|他赔了三千|什么时候都行|说不清什么时候|两个人|我在医院|这几天到处疼|这几天才好|花了几千块|没多久就来了'.split(
    '|',
  );

describe('prompts: what asks something', () => {
  it('is heard in everyday forms', () => {
    for (const text of asked) expect(asksSomething(text), text).to.equal(true);
  });
  it('is not heard in statements', () => {
    for (const text of told) expect(asksSomething(text), text).to.equal(false);
  });
});
