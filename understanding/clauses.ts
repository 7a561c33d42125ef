/** The clauses of a message: at marks and, as people write on a phone, at blanks behind Chinese. */
const BETWEEN = /[。！？!?；;\n,，]+|(?<=\p{Script=Han}) +/u;

export const clausesOf = (text: string): readonly string[] =>
  text
    .split(BETWEEN)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
