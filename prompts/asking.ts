/** Whether words ask something rather than tell something: “车能不能挪”, “要不要报警？”, “can I leave”. */
import { normal } from './normal.ts';

const ASKS =
  /[?？]\s*$|吗[。.!！\s]*$|(?:怎么|咋|如何)(?:办|弄|处理|走|赔|算|报|写|做|才)|能不能|要不要|可不可以|可以不可以|该不该|用不用|需不需要|行不行|算不算|是不是|会不会|有没有事|多少钱|多久|多远|多长时间|为什么|为啥|什么意思|谁(?:来|该)?(?:出|付|赔|负责|管)|哪里(?:办|拿|交)|什么时候(?:能|可以|给|打|来|赔|到|会)/;
const ASKS_IN_ENGLISH =
  /^(?:and |so |but |please )?(?:can|could|should|shall|must|may|do|does|did|how|what|why|who|which|where|when|is|are|am|will|would) /;

export function asksSomething(text: string): boolean {
  const plain = normal(text.slice(0, 400)).text.trim();
  return ASKS.test(plain) || ASKS_IN_ENGLISH.test(plain);
}
