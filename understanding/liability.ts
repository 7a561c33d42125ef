/** “责任认定出来了吗”, “谁的责任”: of the determination, and no wish for its paper. */
const ASKS =
  /(?:责任)?认定(?:书)?(?:出|下|做|定|到)(?:来|好)?(?:了)?(?:没有?|吗|么|了|$)|责任(?:认定|划分)?(?:定|出|下|分|判)(?:来|好)?了?(?:没有?|吗|么)|定责(?:了|好了)?(?:没有?|吗|么)|交警(?:定|判|认定)了?(?:没有?|吗|么)|^(?:这|那|到底)?(?:是)?谁的?(?:全责|责任|主责)|责任(?:是)?(?:怎么|咋|如何)(?:定|分|认|判|划)|(?:has|is|was) (?:the )?(?:fault|liability|blame|determination)|who is (?:at fault|to blame|liable)/;
const LONGEST = 30;
const LONGEST_ENGLISH = 70;

export function asksOfLiability(text: string): boolean {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[?？。.!！]$/, '');
  return words.length <= (/^[ -~]+$/.test(words) ? LONGEST_ENGLISH : LONGEST) && ASKS.test(words);
}
