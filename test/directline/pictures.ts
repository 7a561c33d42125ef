import { crc32, deflateSync } from 'node:zlib';

const u16 = (n: number) => Buffer.from([n >> 8, n & 255]);
export const u32 = (n: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
};

/** One segment of a JPEG. */
export const segment = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body]);

/** Exif with an orientation and a place: what a phone writes. */
export function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([u16(tag), u16(type), u32(count), value, Buffer.alloc(4 - value.length)]);
  const entries = [
    entry(0x010f, 2, 4, Buffer.from('ACME')),
    entry(0x0112, 3, 1, u16(orientation)),
    entry(0x8825, 4, 1, u32(62)),
  ];
  const tiff = [
    Buffer.from('MM\0*', 'latin1'),
    u32(8),
    u16(entries.length),
    ...entries,
    u32(0),
    Buffer.from('GPS 28.2N 112.9E'),
  ];
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), ...tiff]);
}

interface JpegOptions {
  width?: number;
  height?: number;
  extra?: Buffer[];
  tail?: Buffer;
  end?: boolean;
}

/** The skeleton of a JPEG: every marker in place, a scan with stuffing and a restart, nothing a decoder could use. */
export function jpeg({
  width = 8,
  height = 8,
  extra = [],
  tail = Buffer.alloc(0),
  end = true,
}: JpegOptions = {}): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...extra,
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.concat([Buffer.from([8]), u16(height), u16(width), Buffer.from([1, 1, 0x11, 0])])),
    segment(0xc4, Buffer.alloc(20)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 5]),
    Buffer.from(end ? [0xff, 0xd9] : []),
    tail,
  ]);
}

export const chunk = (type: string, body: Buffer) => {
  const data = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  return Buffer.concat([u32(body.length), data, u32(crc32(data))]);
};

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A true PNG of one colour, with whatever chunks are to stand before its data. */
export function png(width = 4, height = 4, extra: Buffer[] = []): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([8, 2, 0, 0, 0])]);
  const small = width * height <= 10_000;
  const rows = Buffer.alloc(small ? (width * 3 + 1) * height : 10, 0);
  return Buffer.concat([
    PNG,
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const le = (n: number, bytes: number) => {
  const out = Buffer.alloc(bytes);
  out.writeUIntLE(n, 0, bytes);
  return out;
};
const riff = (type: string, body: Buffer) =>
  Buffer.concat([Buffer.from(type, 'latin1'), le(body.length, 4), body, Buffer.alloc(body.length % 2)]);

export const vp8x = (width: number, height: number, flags = 0x0c) =>
  riff('VP8X', Buffer.concat([Buffer.from([flags, 0, 0, 0]), le(width - 1, 3), le(height - 1, 3)]));
export const vp8l = (width: number, height: number) =>
  riff('VP8L', Buffer.concat([Buffer.from([0x2f]), le((width - 1) | ((height - 1) << 14), 4), Buffer.alloc(3)]));
export const vp8 = (width: number, height: number) =>
  riff('VP8 ', Buffer.concat([Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a]), le(width, 2), le(height, 2), Buffer.alloc(4)]));

export function webp(...chunks: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  return Buffer.concat([Buffer.from('RIFF'), le(body.length, 4), body]);
}
export const webpMetadata = [riff('EXIF', exif(1)), riff('XMP ', Buffer.from('<x:xmpmeta>GPS</x:xmpmeta>'))];
export const webpAnimation = riff('ANIM', Buffer.alloc(6));

export const pdf = (inside = '') => Buffer.from(`%PDF-1.7\n1 0 obj\n${inside}\nendobj\n%%EOF\n`);
export const mp4 = (brand: string) =>
  Buffer.concat([u32(24), Buffer.from(`ftyp${brand}\0\0\0\0isommp42`, 'latin1'), chunk('mdat', Buffer.alloc(50))]);
export const amr = Buffer.from('#!AMR\n\x3c\x91', 'latin1');
export const mp3 = Buffer.concat([
  Buffer.from('ID3\x03\0\0\0\0\0\x05hello', 'latin1'),
  Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0]),
]);
