/** 受理号: the day, five random digits and a check digit (Luhn), so that a number read over the phone is checked at once. */
import { randomInt } from 'node:crypto';

const chinaOffset = 8 * 60 * 60 * 1000;

export function newClaimNumber(at: number, random: (max: number) => number = randomInt): string {
  const day = new Date(at + chinaOffset).toISOString().slice(2, 10).replaceAll('-', '');
  const body = day + String(random(100_000)).padStart(5, '0');
  return body + checkDigit(body);
}

function checkDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
