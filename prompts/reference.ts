/** What finds a claim or says whose it is: a phone, a plate, a number of a claim, the last signs of an ID. Kept as it was written. */
import { type Input, type Kind, problem, type Read, value } from './kind.ts';
import { normal } from './normal.ts';
import { phonesIn } from './phone.ts';
import { platesIn } from './plate.ts';

const MOST = 200;

export function reference(): Kind<string> {
  const names = (text: string): boolean => {
    const plain = normal(text).text;
    return (
      /\d{4}|\d{3}[\dx]/.test(plain.replace(/[ -]/g, '')) || platesIn(plain).length > 0 || phonesIn(plain).length > 0
    );
  };
  return {
    kind: 'reference',
    find: (text) => (names(text) ? [{ value: text.trim().slice(0, MOST), span: [0, text.length] }] : []),
    read: ({ text }: Input): Read<string> =>
      names(text) ? value(text.trim().slice(0, MOST)) : problem('notAReference'),
    accepts: (v): v is string => typeof v === 'string' && v !== '' && v.length <= MOST,
  };
}
