/** Little words around an answer that add nothing to it. */
const AROUND =
  /[\s,.!、;:~…。！，]|那就|那|我|就|都|请|吧|了|啊|谢谢|谢了|麻烦了?|辛苦了?|快[点些]|一下|呀|呢|哦|的|嘛|please|then|i|it/g;

/** What stands before the first stop, where what follows takes nothing back and asks nothing. */
export function firstOf(text: string): string {
  const [first = '', ...rest] = text.split(/[,，。;；!！~]/);
  const more = rest.join(' ');
  return more.trim() === '' || TAKES_BACK.test(more) ? text : first;
}
const TAKES_BACK = /[不别没但先除只再等]|[?？吗]|怎么|什么|为啥|\b(?:but|not|only|except|first|why|what)\b/i;

/** No button says more. */
export const LONGEST_LABEL = 60;

/** Whether a message is the answer and nothing besides; a question never is. */
export function saysNothingElse(
  core: string,
  said: readonly { readonly start: number; readonly end: number }[],
): boolean {
  if (core.length > LONGEST_LABEL || /[?？]|什么|怎么|吗/.test(core)) return false;
  let rest = core;
  for (const { start, end } of [...said].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return said.length > 0 && rest.replace(AROUND, '') === '';
}
