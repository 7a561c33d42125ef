/** What every channel takes as text. */

/** Characters (UTF-16 units) of one message. */
export const MAX_TEXT = 4000;

/** A BCP 47 tag, or nothing. */
const LOCALE = /^[A-Za-z]{2,8}(-[A-Za-z\d]{1,8}){0,4}$/;
export const asLocale = (value: unknown): string | undefined =>
  typeof value === 'string' && LOCALE.test(value) ? value : undefined;
