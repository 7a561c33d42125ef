/** What those who are owed are called: who was hurt, the family of who died, or who lost things only. */
import type { SentenceOf } from './estimate.ts';

export interface Person {
  readonly id: string;
  readonly outcome: string;
  readonly rides?: Readonly<Record<'vehicle' | 'as', string>> | undefined;
}
const KINDS: Readonly<Record<string, string>> = { death: 'family', property: 'owner' };
const kindOf = ({ outcome }: Person): string => KINDS[outcome] ?? 'victim';

/** One alone by what he is, several by their ids too. */
export function personName(id: string, people: readonly Person[], sentence: SentenceOf): string {
  const kind = people.flatMap((one) => (one.id === id ? [kindOf(one)] : []))[0] ?? 'victim';
  return sentence(`estimate.payer.${people.length > 1 ? `${kind}Of` : kind}`, { id });
}

/** All of them in one word. */
export function peopleName(people: readonly Person[], sentence: SentenceOf): string {
  const kinds = new Set(people.map(kindOf));
  return sentence(`estimate.payer.${kinds.size > 1 ? 'all' : ([...kinds][0] ?? 'victim')}`);
}
