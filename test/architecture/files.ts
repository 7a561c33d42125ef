/** The project's own files, as the rules see them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isCode, type SourceFile } from './rule.ts';

const SKIPPED = new Set(['node_modules', 'data', 'coverage']);
const ALSO = new Set(['package.json', 'docs/dependencies.md']);

export function projectFiles(root: string, dir = root): readonly SourceFile[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry): readonly SourceFile[] => {
    if (SKIPPED.has(entry.name) || entry.name.startsWith('.')) return [];
    const full = join(dir, entry.name);
    if (entry.isDirectory()) return projectFiles(root, full);
    const path = relative(root, full).split(sep).join('/');
    const wanted = isCode(path) || path.endsWith('.njk') || ALSO.has(path);
    return wanted ? [{ path, text: readFileSync(full, 'utf8') }] : [];
  });
}
