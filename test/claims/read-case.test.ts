/** What may come in as a case: everything that is wrong is named at once, where it stands and what is expected there. */
import { join } from 'node:path';
import { expect } from 'chai';
import { caseSchema, readCase } from '../../claims/compensation/read.ts';
import { loadLaw } from '../../law/load.ts';
import { BAD, MISSING } from './bad-cases.ts';
import { cars, good } from './case-parts.ts';
import { GOOD } from './contradictory-cases.ts';

const law = loadLaw(join(import.meta.dirname, '../../law'));
const lines = (input: unknown): readonly string[] => {
  const read = readCase(input, law);
  return 'problems' in read ? read.problems.map(({ pointer, expected }) => `${pointer}: ${expected}`) : [];
};
const json = (input: unknown): unknown => JSON.parse(JSON.stringify(input));

describe('reading a case', () => {
  for (const [group, all] of Object.entries(BAD))
    describe(`refuses (${group})`, () => {
      for (const [what, change, ...problems] of all)
        it(what, () => expect([...lines(json({ ...good, ...change }))].sort()).to.deep.equal([...problems].sort()));
    });

  it('refuses what is no case at all', () => {
    for (const input of [null, 5, 'case', []]) expect(lines(input)).to.deep.equal([': an object {…}']);
    expect(lines({})).to.deep.equal(caseSchema.required.map((name) => `/${name}: ${MISSING}`));
  });

  it('says in words what is expected: no regular expression, nothing of the checker', () => {
    for (const [, change] of Object.values(BAD).flat())
      for (const line of lines(json({ ...good, ...change })))
        expect(line).to.not.match(/\^|\$|must|NOT|integer|undefined/);
  });

  it('has a description for every field, wherever it stands', () => {
    const bare: string[] = [];
    const look = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, inner] of Object.entries(node)) {
        if (key === 'properties')
          for (const [name, field] of Object.entries<{ description?: string }>(inner))
            if (!field.description) bare.push(`${path}/${name}`);
        look(inner, `${path}/${key}`);
      }
    };
    look(caseSchema, '');
    expect(bare).to.deep.equal([]);
  });

  describe('lets through', () => {
    for (const [what, change] of Object.entries(GOOD))
      it(what, () => {
        const input = json({ ...good, ...change });
        expect(readCase(input, law)).to.deep.equal({ case: input });
      });
  });

  it('does not judge a named fault for which the law of that day has no share; the estimate says that it is missing', () =>
    expect(
      lines(json({ ...good, accidentDate: '1999-01-01', ...cars({ fault: 'full' }, { fault: '0.5' }) })),
    ).to.deep.equal([]));
});
