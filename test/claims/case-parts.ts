/** A case that is right, and ways to make it wrong. */
export type Json = Readonly<Record<string, unknown>>;

const victim = { id: 'v1', outcome: 'injury', items: {} };
const car = { id: 'A', fault: '0.5' };
export const good = {
  accidentDate: '2025-03-02',
  asOf: '2025-11-20',
  region: '湖南',
  victims: [victim],
  vehicles: [car],
};
export const cars = (...all: Json[]) => ({ vehicles: all.map((one, i) => ({ ...car, id: 'ABC'[i], ...one })) });
export const people = (...all: Json[]) => ({ victims: all.map((one, i) => ({ ...victim, id: `v${i + 1}`, ...one })) });
export const items = (all: Json) => people({ items: all });
/** [what, change of a good case, problems as `pointer: expected`] */
export type Bad = readonly [what: string, change: Json, ...problems: string[]];
