/** Whoever asks the law by name asks for something that is there. */
import { join } from 'node:path';
import { expect } from 'chai';
import { loadLaw } from '../../law/load.ts';
import { projectFiles } from '../architecture/files.ts';
import { withoutComments } from '../architecture/scan.ts';

const ROOT = join(import.meta.dirname, '../..');
/** `fetch('law', { id: '…' })` in a flow, `metres('…')` on the scene card; a substitution in a template may be any one word. */
const ASKS = /(?:'law',\s*\{\s*id:|\bmetres\()\s*['"`]([^'"`]+)['"`]/g;

describe('law: what flows ask for', () => {
  const ids = loadLaw(join(ROOT, 'law')).parameters.map((p) => p.id);
  const asked = projectFiles(ROOT)
    .filter((file) => !file.path.startsWith('test/'))
    .flatMap((file) => [...withoutComments(file.text).matchAll(ASKS)].map((m) => [file.path, m[1] ?? ''] as const));

  it('finds the askers', () => expect(asked).to.not.be.empty);

  for (const [path, id] of asked)
    it(`${path}: ${id}`, () => {
      const words = id.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
      const pattern = new RegExp(`^${words.join('[A-Za-z0-9]+')}$`);
      expect(
        ids.some((known) => pattern.test(known)),
        `no file of law/parameters has the id ${id}: correct the name or add the file`,
      ).to.equal(true);
    });
});
