import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../config.ts';

describe('branches', () => {
  const dir = mkdtempSync(join(tmpdir(), 'lipei-branches-'));
  after(() => rmSync(dir, { recursive: true, force: true }));

  function read(content: unknown) {
    const file = join(dir, 'branches.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return readConfig({ DESK_BRANCHES: file }).desk.branches;
  }
  const hunan = { id: '430000', name: '湖南分公司' };

  it('are none unless a file names them', () => {
    expect(readConfig({}).desk.branches).to.deep.equal([]);
  });

  it('are read with what belongs to them; plates as they are kept', () => {
    expect(
      read([
        { ...hunan, places: ['湖南'], plates: ['湘A·9', '湘b'] },
        { id: 'b', name: '乙' },
      ]),
    ).to.deep.equal([
      { ...hunan, places: ['湖南'], plates: ['湘A9', '湘B'] },
      { id: 'b', name: '乙', places: [], plates: [] },
    ]);
  });

  it('that cannot be used stop the start, with the file, the entry and why', () => {
    const wrong: readonly (readonly [content: unknown, told: RegExp])[] = [
      ['[{', /DESK_BRANCHES names .*branches\.json, which is not usable \(.*JSON/],
      [{ hunan }, /the whole must be array/],
      [[hunan, { id: 'b' }], /entry 2 \(b\) must have required property 'name'/],
      [[{ ...hunan, places: '湖南' }], /entry 1 \(430000\), places must be array/],
      [[{ ...hunan, places: [''] }], /entry 1 \(430000\), places\/0 must NOT have fewer than 1 characters/],
      [[{ ...hunan, city: '长沙' }], /entry 1 \(430000\) must NOT have additional properties: city/],
      [[{ ...hunan, id: '湖南' }], /entry 1 \(湖南\), id must match pattern/],
      [[hunan, { ...hunan, name: '乙' }], /the id 430000 stands there twice/],
      [
        [
          { ...hunan, places: ['长沙'] },
          { id: 'b', name: '乙', places: ['长沙'] },
        ],
        /the place 长沙 stands there twice/,
      ],
    ];
    for (const [content, told] of wrong) expect(() => read(content)).to.throw(told);
    expect(() => readConfig({ DESK_BRANCHES: join(dir, 'nowhere.json') })).to.throw(/DESK_BRANCHES.*ENOENT/);
  });
});
