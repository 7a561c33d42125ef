/** The clauses of a message: at marks and, as people write on a phone, at blanks behind Chinese. */
const BETWEEN = /[。！？!?；;\n,，]+|(?<=\p{Script=Han}|\d{6}) +| (?=\p{Script=Han})/u;

/** The same with their marks: what is left of them reads as it was written. */
const BEHIND = /(?<=[。！？!?；;\n,，])|(?<=\p{Script=Han}|\d{6})(?= )|(?<=\S)(?= +\p{Script=Han})/u;
export const partsOf = (text: string): readonly string[] => text.split(BEHIND);

/** “是我去要，还是家属去要”: the second of them. */
export const isOtherHalf = (part: string): boolean => /^\s*(?:还是|or )/.test(part);

export const clausesOf = (text: string): readonly string[] =>
  text
    .split(BETWEEN)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
