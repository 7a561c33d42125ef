/** Numbers of other countries, Hong Kong, Macau and Taiwan: as E.164, “+”, country code and number without a trunk zero. */

/** Country codes in use, without 86. */
const COUNTRY =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[124]|9[0-58]|2[1-69]\d|3[578]\d|42\d|5[09]\d|6[7-9]\d|85[02356]|88[06]|96[0-8]|97[0-7]|99[2-68])/;
/** Countries whose numbers begin with a zero that is part of them. */
const KEEP_ZERO = ['39', '225', '241', '242', '378'];
/** Where every number has one length, behind the country code. */
const LENGTHS: Readonly<Record<string, number>> = { 1: 10, 852: 8, 853: 8 };
const FEWEST = 8;
const MOST = 15;

const CANONICAL = /^\+[1-9]\d{7,14}$/;

/** Digits behind “+” or “00” as E.164; undefined where they are no number of another country. */
export function foreignNumber(digits: string): string | undefined {
  const country = digits.startsWith('86') ? undefined : COUNTRY.exec(digits)?.[0];
  if (country === undefined) return undefined;
  const said = digits.slice(country.length);
  const number = KEEP_ZERO.includes(country) ? said : said.replace(/^0/, '');
  const all = country.length + number.length;
  const fits = LENGTHS[country] === undefined ? all >= FEWEST && all <= MOST : LENGTHS[country] === number.length;
  return fits && !/^(\d)\1+$/.test(number) ? `+${country}${number}` : undefined;
}

export const isForeign = (phone: string): boolean => CANONICAL.test(phone) && foreignNumber(phone.slice(1)) === phone;
