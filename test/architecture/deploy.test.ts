/** What operators read is true: every setting is explained, every figure they watch exists. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Metrics } from '../../metrics.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const manual = read('docs/deploy.md');

describe('docs/deploy.md', () => {
  it('explains every setting of .env.example', () => {
    const settings = [...read('.env.example').matchAll(/^# ([A-Za-z_]+)=/gm)].map((match) => match[1] ?? '');
    expect(settings).to.have.length.above(20);
    expect(settings.filter((name) => !manual.includes(`\`${name}\``))).to.deep.equal([]);
  });

  it('and deploy/alerts.yml name only figures that /metrics has, and the manual all of them', () => {
    const added = [...read('compose.ts').matchAll(/metrics\.gauge\('(\w+)'/g)];
    const shown = [...new Metrics().text().matchAll(/^# TYPE (\w+)/gm), ...added].map((match) => match[1] ?? '');
    const named = [...`${manual}${read('deploy/alerts.yml')}`.matchAll(/\b(?:lipei|nodejs|process)_\w+/g)];
    const unknown = named.map(([name]) => name.replace(/_(?:bucket|sum|count)$/, '')).filter((n) => !shown.includes(n));
    expect(unknown).to.deep.equal([]);
    expect(shown.filter((name) => !manual.includes(name))).to.deep.equal([]);
  });

  it('names every file of deploy/', () => {
    expect(readdirSync(join(root, 'deploy')).filter((name) => !manual.includes(name))).to.deep.equal([]);
  });
});
