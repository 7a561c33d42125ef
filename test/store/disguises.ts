/** A secret as somebody could find it in bytes: plain, two-byte, in hex, in base64 from each of its three alignments. */
export function disguises(secret: string): Buffer[] {
  const utf8 = Buffer.from(secret);
  const utf16 = Buffer.from(secret, 'utf16le');
  const texts = [utf8, utf16].flatMap((bytes) => {
    const base64 = [0, 1, 2].map((pad) =>
      Buffer.concat([Buffer.alloc(pad), bytes])
        .toString('base64')
        .slice(pad && 4, -4),
    );
    return [
      bytes.toString('hex'),
      bytes.toString('hex').toUpperCase(),
      ...base64,
      ...base64.map((t) => t.replaceAll('+', '-').replaceAll('/', '_')),
    ];
  });
  const escaped = JSON.stringify(secret)
    .slice(1, -1)
    .replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...[...texts, escaped].map((text) => Buffer.from(text))];
}
