/** What a colleague looks for a conversation by, in the one form in which it is kept. */
import { correctableFields } from '../dialogs/correction/index.ts';
import type { Sought } from '../store/ports.ts';

/** All that the words may be: of a row of digits nobody knows beforehand. */
export function soughtIn(words: string, at: number): readonly { readonly by: Sought; readonly value: string }[] {
  const text = words.trim().slice(0, 60);
  const read = (field: 'phone' | 'ownPlate'): string[] => {
    const found = correctableFields[field]?.().read({ text, files: [] }, { at });
    return found?.kind === 'value' && typeof found.value === 'string' && found.value !== 'unknown' ? [found.value] : [];
  };
  const number = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return [
    ...(/^[A-Z]{0,3}\d{6,20}$/.test(number) ? [{ by: 'number' as const, value: number }] : []),
    ...read('phone').map((value) => ({ by: 'phone' as const, value })),
    ...read('ownPlate').map((value) => ({ by: 'plate' as const, value })),
  ];
}
