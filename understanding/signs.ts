/** What in a story asks a colleague for special care: named neutrally, and decides nothing. */

const SIGNS = {
  /** A court or a lawyer is in it. */
  lawsuit:
    /起诉|传票|律师函|律师|诉讼|打官司|开庭|法院|应诉|lawsuit|\bsue[ds]?\b|summons|lawyer|attorney|court hearing/i,
  criminal: /刑事|拘留|刑拘|取保候审|逮捕|肇事罪|检察院|criminal (?:case|charge)|detained|arrested/i,
  /** Somebody offers to settle it for a share. */
  agent: /黄牛|代办理赔|代理理赔|理赔中介|包(?:赔|理赔)|抽成|claims? (?:agent|broker)/i,
} as const;
export type Sign = keyof typeof SIGNS;

/** “不想打官司”, “没有起诉”. */
const DENIED = /(?:没有?|不|别|还没)(?:要|想|打算|去|找|请|收到)?$/;
const LONGEST = 4_000;

export function signsIn(text: string): readonly Sign[] {
  const words = text.slice(0, LONGEST);
  return (Object.keys(SIGNS) as Sign[]).filter((name) => {
    const found = SIGNS[name].exec(words);
    return found !== null && !DENIED.test(words.slice(Math.max(0, found.index - 5), found.index));
  });
}
