const MAX_NAME = 100;

/** What a file of a type may be called; the first is added where the name says otherwise. */
const ENDINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
  'audio/mp4': ['.m4a', '.mp4'],
  'audio/amr': ['.amr'],
  'audio/mpeg': ['.mp3'],
  'video/mp4': ['.mp4'],
};

/** Control and format characters (bidi overrides, zero-width) and what file systems give a meaning. */
const UNWANTED = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}<>:"|?*]/gu;

/** A name that is safe to store, to show and to save under, ending as its content demands. */
export function cleanName(given: string | undefined, type: string): string {
  const endings = ENDINGS[type] ?? ['.bin'];
  const last = (given ?? '').toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const bare = last.replaceAll(UNWANTED, '').replace(/^[\s.]+|[\s.]+$/g, '');
  const ending = endings.find((one) => bare.toLowerCase().endsWith(one));
  const stem = ending === undefined ? bare : bare.slice(0, -ending.length);
  const short = [...stem]
    .slice(0, MAX_NAME - 5)
    .join('')
    .trim();
  return `${short || 'file'}${ending ?? endings[0]}`;
}
