/** The law with some of its values exchanged or taken away: shows that a rule reads the law and does not repeat it. */
import { join } from 'node:path';
import { loadLaw } from '../../law/load.ts';
import type { Day, Law, LawAnswer, LawValue, LawView, Mark, Unit } from '../../law/types.ts';

export const realLaw = loadLaw(join(import.meta.dirname, '../../law'));

type Value = readonly [value: string, unit: Unit, mark?: Mark, article?: string];
/** `undefined`: nobody entered it. A value is `code` unless a unit is named. */
export type Changed = Readonly<Record<string, string | Value | undefined>>;

export function lawWith(changed: Changed): Law {
  const at = (date: Day, region?: string): LawView => {
    const view = realLaw.at(date, region);
    const get = (id: string, asker: string): LawAnswer => {
      if (!(id in changed)) return view.get(id, asker);
      const given = changed[id];
      if (given === undefined) return { status: 'missing', parameter: id, date, region: region ?? null, asker };
      const [value, unit, mark = INVENTED.mark, article = ''] =
        typeof given === 'string' ? [given, 'code' as const] : given;
      return { ...INVENTED, parameter: id, value, unit, mark, source: { ...INVENTED.source, article } };
    };
    return { ...view, get };
  };
  return { ...realLaw, at };
}

const INVENTED: LawValue = {
  status: 'value',
  from: '2001-01-01',
  parameter: '',
  value: '',
  unit: 'code',
  mark: 'unconfirmed',
  checkedOn: '2001-01-01',
  source: { id: 'invented', title: 'Invented', body: '', number: '', inForceFrom: '2001-01-01' },
};
