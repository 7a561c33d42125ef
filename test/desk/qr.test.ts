/** QR codes against those of another program (qrencode 4.1.1, level L); they were also read back by a reader (zbar). */
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { qrOf, qrPath } from '../../desk/people/qr.ts';
import { newRig } from './rig.ts';

const drawn = (text: string): string[] =>
  (qrOf(text) ?? []).map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));

const ADDRESS = 'otpauth://totp/x:chen?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=x';
const SHORT = `
#######..#.##.#######
#.....#..###..#.....#
#.###.#.##.##.#.###.#
#.###.#..#.#..#.###.#
#.###.#...#.#.#.###.#
#.....#.....#.#.....#
#######.#.#.#.#######
........##.##........
###.########.##...#..
#.##....#.....#...##.
.#.####..##.#...#...#
.#.##...##....#...#..
..##.##.#...#.#.#.#.#
........#..#.#.#.#.#.
#######.#.##.###.####
#.....#.######.###...
#.###.#.##.#.###.##.#
#.###.#..##...#...##.
#.###.#.##..#...#...#
#.....#.#.....#...##.
#######.###.#.#.#.###`;
const CODE = `
#######.####...#...#.#....#######
#.....#....####...###.#...#.....#
#.###.#..#.#.#.##.##.##...#.###.#
#.###.#...##.........##.#.#.###.#
#.###.#...###..###....#...#.###.#
#.....#..#.#.....##.#..##.#.....#
#######.#.#.#.#.#.#.#.#.#.#######
........##..####..#.#.###........
##.##.#..#..#..#...###....#.....#
..#..#....#...##########.#.#####.
##...##.##..##.##.#....#....#.###
#.#..#.#.......#####..#.#..#..##.
..#..###.##.....##..##.#####...##
.##.#..####.#.#.#.##...#.....###.
#....#####...#.#####..#..####.#..
#.#..#.###..#...#.#.#.#.....###.#
.####.#..#.###.###...######.##..#
#.#.##.....#..#..#..#.....####.##
..#####.#...#.###.###.##.######.#
#...#..###.#.#.....##.###..#..###
..#..###.####.#.#....#.......#...
#.###..##...#..........#...##..#.
#...#.####.######.....##....##.##
#.###..#...##.#..#..#......#.####
##.#..##.......###.###..######...
........##.#.#..##.#.####...##.#.
#######..#...####.##.####.#.##...
#.....#...#.....#...#...#...#.#..
#.###.#.#.#..#.##.#....#######.##
#.###.#.#...#....#..#..#.#.......
#.###.#..#####.##.###.#..#..#...#
#.....#.##.###..#..#..#...#..####
#######.#.#...###..#.#.##...##...`;
/** By their length in bytes: versions 7, 10, 13 and 20, of one block and of several. */
const LONG: readonly (readonly [number, string])[] = [
  [154, '466af45d4e07ad33'],
  [271, '644459f96f6becd5'],
  [425, '4db1dda792071c25'],
  [858, '0c577c8ac997c1e1'],
];
const word = (n: number): string => 'x'.repeat(n).replace(/xxxxx/g, (_, i: number) => `a${i % 10}Zq-`);

describe('a QR code', () => {
  it('is that of the standard: of one letter, and of an authenticator', () => {
    expect(`\n${drawn('A').join('\n')}`).to.equal(SHORT);
    expect(`\n${drawn(ADDRESS).join('\n')}`).to.equal(CODE);
  });

  for (const [length, hash] of LONG)
    it(`of ${length} bytes too`, () => {
      const found = createHash('sha256')
        .update(drawn(word(length)).join('\n'))
        .digest('hex');
      expect(found.slice(0, 16)).to.equal(hash);
    });

  it('is none of what is too long, and has its quiet zone', () => {
    expect(qrOf('x'.repeat(859))).to.equal(undefined);
    const { size, path } = qrPath('A') ?? { size: 0, path: '' };
    expect(size).to.equal(21 + 8);
    expect(path).to.match(/^M4 4h1v1h-1zM5 4/);
    expect(path).not.to.match(/[^Mhvz\d -]/);
  });

  it('stands beside the key where an account is set up, with the same address', async function () {
    this.timeout(30_000);
    const rig = await newRig();
    const html = await (await rig.visitor().get((await rig.app.firstLink()) ?? '')).text();
    const address = (/href="(otpauth:[^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(address).to.match(/^otpauth:\/\/totp\//);
    expect(html)
      .to.include(`d="${qrPath(address)?.path}"`)
      .and.include('role="img"');
    await rig.stop();
  });
});
