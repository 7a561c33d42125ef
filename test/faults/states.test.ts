/** R18: whoever waited at a question when a new version was installed can answer it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import packageJson from '../../package.json' with { type: 'json' };
import { nightly } from './chance.ts';
import { hear, know, type Stop } from './mind.ts';
import { answers, everyQuestion, type Fixture } from './states.ts';
import { root } from './world.ts';

/** Questions of earlier versions that are gone, and where people who waited at them find themselves. */
const safePoints: Readonly<Record<string, string>> = {};

const dir = join(root, 'test/fixtures/states');
const versions = readdirSync(dir).filter((name) => name.endsWith('.json'));
const fixtureOf = (file: string): Fixture => JSON.parse(readFileSync(join(dir, file), 'utf8'));
const MOST_PROMPTS = 3;
/** The version that is being made. */
const today = `${packageJson.version}.json`;
const UPDATE = 'run UPDATE=1 node scripts/state-fixtures.ts, and keep what it writes';

/** Reads the state as a turn does, and asks what is open. */
const ask = (saved: Fixture[string]): Promise<Stop> => hear(saved.state, saved.floor, '帮助');

async function leadsOn(name: string, saved: Fixture[string]): Promise<boolean> {
  let moved = false;
  for (const text of [...saved.buttons, ...answers]) {
    const stop = await hear(saved.state, saved.floor, text);
    expect(stop.keys, `${name}: silence after “${text}”`).to.not.deep.equal([]);
    moved ||= stop.open !== name;
  }
  return moved;
}

describe('faults: state of earlier versions', () => {
  before(() => know('claim', '261124000017'));

  (nightly ? it : it.skip)('R18 every state that can be reached today is among them', async function () {
    this.timeout(300_000);
    expect(Object.keys(fixtureOf(today)), UPDATE).to.include.members(Object.keys(await everyQuestion()));
  });

  it('R18 every question that docs/flows shows is among them', () => {
    const flows = readdirSync(join(root, 'docs/flows')).filter((name) => name.endsWith('.md'));
    const shown = flows.flatMap((file) => {
      const text = readFileSync(join(root, 'docs/flows', file), 'utf8');
      return [...text.matchAll(/^ {4}(\S+) --/gm)].map(([, question]) => `${file.replace('.md', '')}.${question}`);
    });
    expect(Object.keys(fixtureOf(today)), UPDATE).to.include.members(shown);
  });

  for (const file of versions) {
    for (const [name, saved] of Object.entries(fixtureOf(file))) {
      it(`R18 ${file.replace('.json', '')}: ${name}`, async () => {
        const open = name.replace('*', '');
        expect((await ask(saved)).open.replace('*', '')).to.equal(safePoints[open] ?? open);
        expect(await leadsOn(name, saved), 'an answer leads on').to.equal(true);
        let stop: Stop = { ...saved, open: name, keys: [] };
        const prompts: string[] = [];
        for (let i = 0; i <= MOST_PROMPTS; i += 1) {
          stop = await hear(stop.state, stop.floor, '##');
          prompts.push(stop.keys.join());
        }
        expect(new Set(prompts).size, 'no more than three identical prompts').to.be.greaterThan(1);
      });
    }
  }
});
