/** What a rule of the architecture is. Rules are pure: files in, findings out, so that each can be tried on bad examples. */

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Finding {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

export interface Rule {
  readonly id: string;
  check(files: readonly SourceFile[]): readonly Finding[];
}

export const isCode = (path: string): boolean => /\.(ts|js|cjs|mjs)$/.test(path);

/** Whether a path lies in one of these places: `claims/` is a folder, `index.ts` a file. */
export const inside = (path: string, places: readonly string[]): boolean =>
  places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));

/** A finding as it is shown. */
export const shown = ({ what, why, fix }: Finding): string => `${what}\n    why: ${why}\n    fix: ${fix}`;

/** `path:line` of an offset. */
export const placeOf = (file: SourceFile, offset: number): string =>
  `${file.path}:${file.text.slice(0, offset).split('\n').length}`;

/** One finding for every match of a pattern in a (blanked) text of the same length as the file's. */
export function matches(file: SourceFile, text: string, pattern: RegExp, advice: Omit<Finding, 'what'>): Finding[] {
  return [...text.matchAll(pattern)].map((m) => ({
    what: `${placeOf(file, m.index)} has “${m[0].trim()}”`,
    ...advice,
  }));
}
