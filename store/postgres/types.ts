import { types as known } from 'pg';

const INT8 = 20;

/** Instants, numbers and counts are whole and far below 2^53. */
export const types: { getTypeParser: typeof known.getTypeParser } = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : known.getTypeParser(oid, format)) as typeof known.getTypeParser,
};
