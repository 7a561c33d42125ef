/** Which modules a file imports. */
import { posix } from 'node:path';
import type { SourceFile } from './rule.ts';
import { codeOnly, withoutComments } from './scan.ts';

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** From the project's root; null for packages and `node:` modules. */
  readonly path: string | null;
  /** `import type`: gone at run time. */
  readonly typeOnly: boolean;
  readonly offset: number;
}

const FORMS = [
  /\b(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\bfrom\s*)(['"])(?<specifier>[^'"\n]+)\2/g,
  /\bimport\s*(['"])(?<specifier>[^'"\n]+)\1/g,
  /\b(?:import|require)\s*\(\s*(['"`])(?<specifier>[^'"`\n]+)\1/g,
];

export function importsOf(file: SourceFile): readonly Import[] {
  const text = withoutComments(file.text);
  const code = codeOnly(file.text);
  return FORMS.flatMap((form) =>
    [...text.matchAll(form)]
      .filter((m) => code[m.index] !== ' ')
      .map((m) => {
        const specifier = m.groups?.specifier ?? '';
        const typeOnly = /^(?:import|export)\s+type\s/.test(m[0]);
        return { specifier, path: resolved(file.path, specifier), typeOnly, offset: m.index };
      }),
  );
}

const resolved = (from: string, specifier: string): string | null =>
  specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : null;
