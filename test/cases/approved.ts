/** Approved output: `UPDATE=1` writes it anew; then read what has changed as a claimant would. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';

/** One test a text, each under its heading in the file. */
export function approve(file: string, texts: Readonly<Record<string, () => string>>): void {
  if (process.env.UPDATE) {
    const all = Object.entries(texts).map(([name, text]) => `## ${name}\n${text()}\n`);
    writeFileSync(file, `\n${all.join('\n')}`);
  }
  const approved = readFileSync(file, 'utf8').split('\n## ');
  for (const [name, text] of Object.entries(texts))
    it(name, () => {
      const wanted = approved.find((one) => one.startsWith(`${name}\n`));
      expect(text()).to.equal(wanted?.slice(name.length + 1).trimEnd());
    });
}
