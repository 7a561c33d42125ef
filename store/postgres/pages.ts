/**
 * Up to `limit` values: reads on past rows that give none, because fewer than asked for means that there are no more.
 * `first` is a page that was fetched along with something else.
 */
export async function readOn<Row, Value>(
  limit: number,
  rows: (wanted: number, skip: number) => Promise<readonly Row[]>,
  open: (row: Row) => readonly Value[],
  first?: readonly Row[],
): Promise<Value[]> {
  const values: Value[] = [];
  for (let skip = 0; values.length < limit; ) {
    const wanted = limit - values.length;
    const page = skip === 0 && first ? first : await rows(wanted, skip);
    values.push(...page.flatMap(open));
    if (page.length < wanted) break;
    skip += page.length;
  }
  return values;
}
