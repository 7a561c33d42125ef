import { expect } from 'chai';
import fc from 'fast-check';
import { Refusal } from '../../channels/web/errors.ts';
import { inspect } from '../../channels/web/media.ts';
import { cleanName } from '../../channels/web/names.ts';
import {
  amr,
  chunk,
  exif,
  jpeg,
  mp3,
  mp4,
  pdf,
  png,
  segment,
  u32,
  vp8,
  vp8l,
  vp8x,
  webp,
  webpAnimation,
  webpMetadata,
} from './pictures.ts';

const codeOf = (bytes: Buffer): string => {
  try {
    return inspect(bytes).type;
  } catch (err) {
    if (err instanceof Refusal) return err.code;
    throw err;
  }
};

describe('directline: what a file is', () => {
  it('is seen in its content', () => {
    expect(codeOf(jpeg())).to.equal('image/jpeg');
    expect(codeOf(png())).to.equal('image/png');
    for (const one of [webp(vp8(4, 4)), webp(vp8l(4, 4)), webp(vp8x(4, 4), vp8(4, 4), ...webpMetadata)])
      expect(codeOf(one)).to.equal('image/webp');
    expect(codeOf(pdf('/JavaScript (app.alert(1))'))).to.equal('application/pdf');
    expect(codeOf(mp4('M4A '))).to.equal('audio/mp4');
    for (const brand of ['isom', 'mp42', 'avc1']) expect(codeOf(mp4(brand))).to.equal('video/mp4');
    expect(codeOf(amr)).to.equal('audio/amr');
    expect(codeOf(mp3)).to.equal('audio/mpeg');
    expect(codeOf(mp3.subarray(15))).to.equal('audio/mpeg');
  });

  it('is on the list, or it is not taken', () => {
    const refused: Buffer[] = [
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '<?xml version="1.0"?><svg/>',
      '<!doctype html><script>alert(1)</script>',
      'GIF89a/*',
      'PK\x03\x04',
      'BM',
      'II*\0',
      'MZ',
      '\x7fELF',
      '#!/bin/sh\n',
      'ID3 but no sound',
      'RIFF\x04\0\0\0WAVE',
      'plain text',
      '\ufeff{}',
    ].map((text) => Buffer.from(text, 'latin1'));
    for (const brand of ['heic', 'mif1', 'avif', 'qt  ', '3gp4', 'crx ']) refused.push(mp4(brand));
    refused.push(Buffer.from([0xff, 0xfe, 0x3c, 0]), Buffer.from([0xff, 0xd8]), Buffer.alloc(1000));
    // The right mark, but not at the first byte.
    for (const hidden of [jpeg(), png(), pdf(), webp(vp8(4, 4))])
      refused.push(Buffer.concat([Buffer.from('<script>'), hidden]), Buffer.concat([Buffer.from('\n'), hidden]));
    refused.push(webp(webpAnimation, vp8(4, 4)), webp(vp8x(4, 4, 2), vp8(4, 4)));
    for (const one of refused) expect(codeOf(one), one.toString('latin1', 0, 20)).to.equal('FileTypeNotAllowed');
  });

  it('is whole, or it is not taken', () => {
    expect(codeOf(Buffer.alloc(0))).to.equal('FileEmpty');
    expect(codeOf(Buffer.alloc(10 * 1024 * 1024 + 1))).to.equal('FileTooLarge');
    const whole: readonly Buffer[] = [
      jpeg({ extra: [segment(0xe1, exif(6))] }),
      png(4, 4, [chunk('tEXt', Buffer.from('a'))]),
      webp(vp8x(4, 4), vp8(4, 4)),
    ];
    for (const one of whole)
      for (const length of [12, 14, 20, 24, 30, 31, 40, 60, one.length - 12, one.length - 3].filter(
        (n) => n < one.length,
      ))
        expect(codeOf(one.subarray(0, length)), `${one.toString('latin1', 0, 8)} ${length}`).to.equal('FileBroken');
    expect(codeOf(pdf().subarray(0, 20))).to.equal('FileBroken');
    expect(codeOf(jpeg({ width: 0 }))).to.equal('FileBroken');
    expect(codeOf(png(0, 4))).to.equal('FileBroken');
    expect(codeOf(webp(vp8x(4, 4)))).to.equal('FileBroken');
  });

  it('may have 40 million pixels, by every header that claims some', () => {
    expect(codeOf(jpeg({ width: 8000, height: 5000 }))).to.equal('image/jpeg');
    const large = [
      jpeg({ width: 8001, height: 5000 }),
      png(50_000, 50_000),
      png(0xffffffff, 0xffffffff),
      webp(vp8(16_383, 16_383)),
      webp(vp8l(16_384, 16_384)),
      webp(vp8x(1 << 24, 1 << 24), vp8(4, 4)),
      webp(vp8x(4, 4), vp8(16_383, 16_383)),
    ];
    for (const one of large) expect(codeOf(one)).to.equal('ImageTooLarge');
  });

  it('never makes the reader throw anything but a refusal', () => {
    const seeds = [
      jpeg({ extra: [segment(0xe1, exif(6))] }),
      png(),
      webp(vp8x(4, 4), vp8(4, 4), ...webpMetadata),
      pdf(),
      mp4('isom'),
      mp3,
    ];
    const damage = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(seeds.length - 1), damage, fc.nat(250), (which, changes, length) => {
        const bytes = Buffer.from(seeds[which] ?? '').subarray(0, 20 + length);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        codeOf(bytes);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('directline: the display copy', () => {
  const display = (bytes: Buffer) => inspect(bytes).display ?? Buffer.alloc(0);

  it('of a JPEG has no place, no camera, no comment, and nothing behind its end; but it stands upright', () => {
    const icc = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01profile', 'latin1'));
    const private_ = [
      segment(0xe1, exif(6)),
      segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<GPS>')),
      segment(0xe2, Buffer.from('MPF\0GPS', 'latin1')),
      segment(0xed, Buffer.from('Photoshop 3.0\0GPS')),
      segment(0xfe, Buffer.from('GPS comment')),
    ];
    const original = jpeg({ extra: [...private_, icc], tail: Buffer.from('PK\x03\x04 GPS archive', 'latin1') });
    const copy = display(original);
    for (const word of ['GPS', 'ACME', 'PK', 'adobe']) expect(copy.includes(word), word).to.equal(false);
    const upright = Buffer.from('ffe1002245786966000049492a00080000000100120103000100000006000000' + '00000000', 'hex');
    expect(copy.includes(upright)).to.equal(true);
    expect(copy.includes(icc)).to.equal(true);
    expect(inspect(copy).display?.equals(copy)).to.equal(true);
    expect(copy.subarray(-2).toString('hex')).to.equal('ffd9');
  });

  it('of a JPEG without metadata is the same, byte for byte', () => {
    const plain = jpeg();
    expect(display(plain).equals(plain)).to.equal(true);
    const upright = jpeg({ extra: [segment(0xe1, exif(1))] });
    expect(display(upright).equals(plain)).to.equal(true);
    for (const odd of [0, 9, 65535])
      expect(display(jpeg({ extra: [segment(0xe1, exif(odd))] })).equals(plain)).to.equal(true);
  });

  it('of a PNG has no text, no time, no Exif, no animation', () => {
    const extra = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'acTL', 'fcTL', 'prVt'].map((type) =>
      chunk(type, Buffer.from('GPS')),
    );
    const kept = chunk('gAMA', Buffer.alloc(4));
    const original = Buffer.concat([png(4, 4, [...extra, kept]), Buffer.from('PK GPS')]);
    expect(display(original).equals(png(4, 4, [kept]))).to.equal(true);
  });

  it('of a WebP has neither Exif nor XMP, and says so', () => {
    const copy = display(webp(vp8x(4, 4, 0x1c), vp8(4, 4), ...webpMetadata));
    expect(copy.equals(webp(vp8x(4, 4, 0x10), vp8(4, 4)))).to.equal(true);
  });

  it('is not made of what is never shown', () => {
    for (const one of [pdf(), mp4('isom'), mp3, amr]) expect(inspect(one).display).to.equal(null);
  });

  it('costs time and memory in proportion to the file', () => {
    const fill = Buffer.alloc(9_000_000, Buffer.from([0xff, 0]));
    const scan = Buffer.concat([jpeg({ end: false }), fill, Buffer.from([0xff, 0xd9])]);
    expect(display(scan).length).to.equal(scan.length);
    const tiny = Buffer.concat(Array.from({ length: 100_000 }, () => segment(0xdb, Buffer.alloc(1))));
    expect(codeOf(jpeg({ extra: [tiny] }))).to.equal('FileBroken');
    const chunks = Buffer.concat(Array.from({ length: 100_000 }, () => chunk('gAMA', Buffer.alloc(0))));
    expect(codeOf(png(4, 4, [chunks]))).to.equal('FileBroken');
  });
});

describe('directline: films and sounds', () => {
  const box = (type: string, ...inside: Buffer[]) => {
    const body = Buffer.concat(inside);
    return Buffer.concat([u32(8 + body.length), Buffer.from(type, 'latin1'), body]);
  };
  const place = box('\xa9xyz', Buffer.from('\0\x12\x15\xc7+28.2000+112.9000/', 'latin1'));
  const track = (handler: string, ...more: Buffer[]) =>
    box('trak', box('mdia', box('hdlr', Buffer.alloc(8), Buffer.from(handler), Buffer.alloc(13)), ...more));
  const ftyp = box('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1'));
  const mdat = box('mdat', Buffer.from('pictures udta \xa9xyz', 'latin1'));
  const film = (...inside: Buffer[]) => Buffer.concat([ftyp, box('moov', ...inside), mdat]);
  const display = (bytes: Buffer) => inspect(bytes).display;

  it('lose their place and title, and nothing moves', () => {
    const keep = [box('mvhd', Buffer.alloc(20, 1)), track('vide'), track('soun')];
    const private_ = [
      box('udta', place, box('meta', Buffer.from('title GPS'))),
      box('meta', Buffer.from('com.apple.quicktime.location.ISO6709 GPS')),
      box('loci', Buffer.from('GPS')),
      box('uuid', Buffer.from('<x:xmpmeta>GPS')),
      track('meta', box('minf', Buffer.from('GPS'))),
      box('trak', Buffer.from('GPS GPS GPS')),
    ];
    const original = Buffer.concat([film(...keep, ...private_), box('free', Buffer.from('GPS'))]);
    const copy = display(original) ?? Buffer.alloc(0);
    expect(copy.length).to.equal(original.length);
    for (const word of ['GPS', 'udta\0', '28.2000', 'xmpmeta'])
      expect(copy.includes(word, 0, 'latin1'), word).to.equal(false);
    const moov = copy.subarray(ftyp.length + 8);
    expect(moov.subarray(0, Buffer.concat(keep).length).equals(Buffer.concat(keep))).to.equal(true);
    expect(copy.includes(mdat)).to.equal(true);
    expect(inspect(copy)).to.deep.equal({ type: 'video/mp4', display: null });
    expect(display(film(track('vide', box('minf', box('udta', place)))))?.includes('112.9')).to.equal(false);
  });

  it('without metadata are shown as they are', () => {
    expect(display(film(track('vide')))).to.equal(null);
    expect(display(mp4('M4A '))).to.equal(null);
  });

  it('are read in one go however they are nested, cut or large', () => {
    let deep = box('udta', place);
    for (let i = 0; i < 5000; i += 1) deep = box('moov', deep);
    expect(display(Buffer.concat([ftyp, deep]))?.includes('112.9')).to.equal(false);
    const cut = film(track('vide'), box('udta', place, Buffer.alloc(100)));
    expect(display(cut.subarray(0, cut.length - mdat.length - 60))?.includes('112.9')).to.equal(false);
    const large = Buffer.concat([u32(1), Buffer.from('udta'), u32(0), u32(16 + place.length), place]);
    expect(display(film(large))?.includes('112.9')).to.equal(false);
    const endless = Buffer.concat([u32(0), Buffer.from('udta'), place]);
    expect(display(film(endless))?.includes('112.9')).to.equal(false);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }), (changes) => {
        const bytes = film(track('vide', box('minf')), box('udta', place), track('meta'));
        for (const [at, value] of changes) if (at >= ftyp.length) bytes[at % bytes.length] = value;
        if (codeOf(bytes) === 'video/mp4') expect((display(bytes) ?? bytes).length).to.equal(bytes.length);
      }),
    );
  });
});

describe('directline: names of files', () => {
  it('become safe, short, and true to their content', () => {
    const cases: [string | undefined, string, string][] = [
      ['照片 1.jpg', 'image/jpeg', '照片 1.jpg'],
      ['a.JPEG', 'image/jpeg', 'a.jpeg'],
      ['../../etc/passwd', 'image/png', 'passwd.png'],
      ['..\\..\\x.png', 'image/png', 'x.png'],
      ['a.jpg\0.php', 'image/jpeg', 'a.jpg.php.jpg'],
      ['‮gpj.exe', 'image/jpeg', 'gpj.exe.jpg'],
      ['a\r\nSet-Cookie: x=1.jpg', 'image/jpeg', 'aSet-Cookie x=1.jpg'],
      ['<img src=x>.png', 'image/png', 'img src=x.png'],
      ['.htaccess', 'application/pdf', 'htaccess.pdf'],
      ['...', 'application/pdf', 'file.pdf'],
      ['', 'audio/amr', 'file.amr'],
      [undefined, 'video/mp4', 'file.mp4'],
      ['\ud800.png', 'image/png', '\ufffd.png'],
      ['a/', 'image/png', 'file.png'],
      ['.png', 'image/png', 'png.png'],
    ];
    for (const [given, type, expected] of cases) expect(cleanName(given, type), String(given)).to.equal(expected);
    expect([...cleanName('长'.repeat(300), 'image/jpeg')]).to.have.length(99);
  });

  it('always do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = cleanName(given, 'image/png');
        expect([...name].length).to.be.within(5, 100);
        expect(name)
          .to.match(/\.png$/)
          .and.not.match(/[\p{Cc}\p{Cf}/\\<>:"|?*]/u);
        expect(cleanName(name, 'image/png')).to.equal(name);
      }),
    );
  });
});
