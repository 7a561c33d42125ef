/** What the product must leave to a person, by its rules: courts and lawyers, refusals, disputed appraisals, flight, crimes, fraud. */

const MUST =
  /拒赔|不予赔|拒绝赔|免责|(?:重新|再次|二次)鉴定|(?:鉴定|伤残|等级|评残)[^，。！？,.!?]{0,8}(?:不服|异议|不认|太低|低了)|不服.{0,6}(?:鉴定|伤残|等级|认定)|律师函|传票|起诉|诉讼|官司|上法院|到法院|开庭|刑事|立案侦查|逃逸|骗保|保险欺诈|\b(?:sued?|lawsuit|summons|court hearing|lawyer's letter|hit[- ]and[- ]run|insurance fraud|(?:claim|it) (?:was |is )?(?:denied|rejected)|refus(?:ed|es|ing) to pay)\b/i;
/** “我不想打官司”, “还没起诉”, “没有逃逸”. */
const UNDONE = /(?:不会?|没有?|别|不想|不愿|不是|未|not |n't |never )(?:要|去|想|打|再|been |being |be )?$/i;

export function mustBePerson(text: string): boolean {
  const words = text.slice(0, 2_000);
  const found = MUST.exec(words);
  return found !== null && !UNDONE.test(words.slice(Math.max(0, found.index - 10), found.index));
}
