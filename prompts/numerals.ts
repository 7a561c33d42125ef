/** Numbers in digits and in Chinese words: “23”, “二十三”, “两百零五”, “3万5”, “一千二”. */

const DIGIT: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇0', '一壹幺1', '二贰两俩2', '三叁仨3', '四肆4', '五伍5', '六陆6', '七柒7', '八捌8', '九玖9'].flatMap(
    (signs, n) => [...signs].map((sign) => [sign, n]),
  ),
);
const UNIT: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1_000,
  仟: 1_000,
  k: 1_000,
  万: 10_000,
  w: 10_000,
  亿: 100_000_000,
};

/** Everything that can stand in a number word, for use inside a character class. */
export const HAN_DIGITS = '零〇一二两三四五六七八九';
export const HAN_NUMBER = `${HAN_DIGITS}十百千万廿卅`;
/** Longest number that is read; nobody says more about people, money or days. */
export const LONGEST_NUMBER = 20;

/** One digit sign in any of its forms as its value. */
export const digitOf = (sign: string): number | undefined => DIGIT[sign];

interface Token {
  readonly value: number;
  readonly unit: boolean;
}

/** A number without units is a row of digits: “二零二六” is 2026, “幺三八” is 138. */
function tokens(text: string): Token[] | undefined {
  const found: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const sign = text.charAt(at);
    const digits = sign >= '0' && sign <= '9' ? (/^\d+(?:\.\d+)?/.exec(text.slice(at))?.[0] ?? sign) : sign;
    const unit = UNIT[sign];
    const value = unit ?? (digits === sign ? DIGIT[sign] : Number(digits));
    if (value !== undefined) found.push({ value, unit: unit !== undefined });
    else if (sign === '廿' || sign === '卅')
      found.push({ value: sign === '廿' ? 2 : 3, unit: false }, { value: 10, unit: true });
    else return undefined;
    at += digits.length;
  }
  return found;
}

/** The value of a whole word, or undefined where it is none. Decimals only as in “3.5万”. */
export function numeral(text: string): number | undefined {
  if (text === '' || text.length > LONGEST_NUMBER) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const parts = tokens(text);
  if (!parts) return undefined;
  if (parts.some((part) => part.unit)) return withUnits(parts);
  return parts.every((part) => part.value < 10) ? Number(parts.map((part) => part.value).join('')) : undefined;
}

/** 十二 = 12, 三万五 = 35,000 (a last digit counts a tenth of the unit before it), 三万零五 = 30,005. */
function withUnits(parts: readonly Token[]): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 0;
  let lastMyriad = 0;
  let zero = false;
  for (const part of parts) {
    if (!part.unit) {
      if (digit !== undefined && digit !== 0) return undefined;
      zero = digit === 0 || part.value === 0;
      digit = part.value;
      continue;
    }
    if (part.value >= 10_000) {
      const below = section + (digit ?? (section || total ? 0 : 1));
      total = part.value > lastMyriad ? (total + below) * part.value : total + below * part.value;
      lastMyriad = part.value;
      section = 0;
    } else {
      section += (digit || 1) * part.value;
    }
    lastUnit = part.value;
    digit = undefined;
    zero = false;
  }
  const tail = digit === undefined ? 0 : !zero && lastUnit > 10 && digit < 10 ? (digit * lastUnit) / 10 : digit;
  return total + section + tail;
}
