/** Longest side at which a picture is looked at, pixels: small enough for a slow phone, large enough to see whether print is sharp. */
const SIDE = 1200;
/** Below this spread of brightness there is nothing on the page. */
const BLANK = 7;
/** Below this the edges are soft, measured against how strong the contrasts are. */
const SOFT = 0.02;

/**
 * What a person may want to look at again before a picture is sent: '' for nothing. Only a doubt: a photo of a bruise is soft too.
 * @param {{type: string, bytes: ArrayBuffer}} file
 * @returns {Promise<string>} the key of a sentence
 */
export async function doubtOf({ type, bytes }) {
  if (!type.startsWith('image/') || typeof createImageBitmap !== 'function') return '';
  try {
    const { blank, soft } = measured(await pixelsOf(new Blob([bytes], { type })));
    return blank < BLANK ? 'doubt.blank' : soft < SOFT ? 'doubt.blurred' : '';
  } catch {
    // What this browser cannot open is for the server to say.
    return '';
  }
}

/** @param {Blob} blob */
async function pixelsOf(blob) {
  const picture = await createImageBitmap(blob);
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const width = Math.max(3, Math.round(picture.width * scale));
  const height = Math.max(3, Math.round(picture.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  return context.getImageData(0, 0, width, height);
}

/**
 * The spread of brightness, and the variance of the Laplacian against it.
 * @param {{width: number, height: number, data: ArrayLike<number>}} image
 */
export function measured({ width, height, data }) {
  const grey = new Float32Array(width * height);
  for (let i = 0; i < grey.length; i++)
    grey[i] = 0.299 * (data[i * 4] ?? 0) + 0.587 * (data[i * 4 + 1] ?? 0) + 0.114 * (data[i * 4 + 2] ?? 0);
  const light = spread(grey.length, (i) => grey[i] ?? 0);
  const inner = (width - 2) * (height - 2);
  const edges = spread(inner, (n) => {
    const i = (Math.floor(n / (width - 2)) + 1) * width + (n % (width - 2)) + 1;
    const around = (grey[i - 1] ?? 0) + (grey[i + 1] ?? 0) + (grey[i - width] ?? 0) + (grey[i + width] ?? 0);
    return around - 4 * (grey[i] ?? 0);
  });
  return { blank: Math.sqrt(light), soft: light > 0 ? edges / light : 0 };
}

/**
 * Variance.
 * @param {number} count
 * @param {(i: number) => number} at
 */
function spread(count, at) {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const value = at(i);
    sum += value;
    squares += value * value;
  }
  const mean = sum / count;
  return squares / count - mean * mean;
}
