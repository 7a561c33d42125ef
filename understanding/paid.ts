/** “垫付的钱下来没有”: whether money has come is a question of where the claim stands, not of how to ask for it. */
const LONGEST = 40;
const CAME = '(?:下来|到账|到位|批下|批了|打过来|打过去|打了|付了|给了|到了|发了)';
const ASKS_IF_PAID = new RegExp(
  `(?:垫付|预付|赔款|赔偿款|钱|款)[^,，。]{0,8}${CAME}[^,，。]{0,4}(?:没|吗|么|不|[?？])|(?:has|have|is|was)[^.]{0,16}(?:advance|money|payment)[^.]{0,12}(?:paid|come|arrived)`,
);

export const asksIfPaid = (text: string): boolean =>
  text.length <= LONGEST && ASKS_IF_PAID.test(text.normalize('NFKC').toLowerCase());
