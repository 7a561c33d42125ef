import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadCalendar } from '../../law/calendar.ts';
import { LawError } from '../../law/load.ts';

const year = (more: object = {}) => ({
  year: 2030,
  weekend: ['saturday', 'sunday'],
  holidays: [{ name: 'a holiday', from: '2030-01-01', to: '2030-01-03' }],
  workdays: ['2030-01-05'], // a Saturday
  source: {
    title: 'A notice',
    body: 'A body',
    number: '1',
    published: '2029-11-01',
    address: 'https://example.org/',
    mark: 'secondary',
    checkedOn: '2029-11-02',
  },
  ...more,
});

describe('law/calendar', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'calendar-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));
  const load = (data: object, name = '2030.json') => {
    writeFileSync(join(dir, name), JSON.stringify(data));
    return loadCalendar(dir);
  };

  it('reads a year', () => expect(load(year()).map((one) => one.year)).to.deep.equal([2030]));

  for (const [what, says, data, name] of [
    ['a year under another name', '2031.json holds 2030', year(), '2031.json'],
    ['an unknown key', 'additional properties', year({ note: 'x' })],
    ['a day that is none', 'must match format "date"', year({ workdays: ['2030-02-30'] })],
    ['a day of another year', 'lies in another year', year({ workdays: ['2031-01-04'] })],
    [
      'a span that ends first',
      'ends before it begins',
      year({ holidays: [{ name: 'x', from: '2030-05-03', to: '2030-05-01' }] }),
    ],
    ['an adjusted day that is worked anyway', '2030-01-07 is a monday', year({ workdays: ['2030-01-07'] })],
    [
      'a day that is off and worked',
      'is off and worked',
      year({ holidays: [{ name: 'x', from: '2030-01-04', to: '2030-01-06' }] }),
    ],
    ['a year without a source', "required property 'source'", year({ source: undefined })],
  ] as const)
    it(`refuses ${what}`, () => expect(() => load(data, name)).to.throw(LawError, says));
});
