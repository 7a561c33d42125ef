/** Error correction of a QR code (ISO/IEC 18004): remainders over GF(2^8) with the polynomial 0x11d. */
const EXP: number[] = [];
const LOG: number[] = [];
for (let i = 0, value = 1; i < 255; i += 1) {
  EXP[i] = value;
  LOG[value] = i;
  value = value >= 128 ? (value << 1) ^ 0x11d : value << 1;
}
const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : (EXP[((LOG[a] ?? 0) + (LOG[b] ?? 0)) % 255] ?? 0);

/** (x − 1)(x − 2)(x − 4) … without its leading one. */
function generator(degree: number): number[] {
  let terms = [1];
  for (let i = 0; i < degree; i += 1) {
    const root = EXP[i] ?? 0;
    terms = [...terms, 0].map((term, at) => term ^ times(at === 0 ? 0 : (terms[at - 1] ?? 0), root));
  }
  return terms.slice(1);
}

/** The `degree` codewords that belong to these. */
export function correction(data: readonly number[], degree: number): number[] {
  const by = generator(degree);
  return data.reduce<number[]>((rest, byte) => {
    const factor = byte ^ (rest[0] ?? 0);
    return [...rest.slice(1), 0].map((value, i) => value ^ times(by[i] ?? 0, factor));
  }, new Array<number>(degree).fill(0));
}
