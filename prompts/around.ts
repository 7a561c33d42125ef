/** Little words around an answer that add nothing to it. */
const AROUND =
  /[\s,.!、;:~…。！，]|那就|那|我|就|都|请|吧|了|啊|谢谢|谢了|麻烦了?|辛苦了?|快[点些]|一下|呀|呢|哦|的|嘛|please|then|i|it/g;

export const withoutAround = (text: string): string => text.replace(AROUND, '');
