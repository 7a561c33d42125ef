/**
 * Opt-in (`UNDERSTAND_SAMPLES`): some of the sentences that the classifier was asked about, masked, with what they were taken
 * for. To learn from what is misunderstood; where it is on, the log says so at the start, and people read it in the greeting.
 */
import { randomInt } from 'node:crypto';
import { existsSync, fchmodSync, fstatSync, mkdirSync, openSync, write } from 'node:fs';
import { join } from 'node:path';
import { masked } from './understanding/masked.ts';

/** What a sentence was taken for, and how sure that was. */
interface Taken {
  readonly intent: string;
  readonly confidence: number;
}
export type Sample = (text: string, taken: Taken, at: number) => void;

interface Told {
  info(values: object, words: string): void;
  warn(values: object, words: string): void;
}

export const samplesPath = (dataDir: string): string => join(dataDir, 'understand-samples.jsonl');
/** Bytes; a file that is full is read, moved away, and begun anew at the next start. */
const MOST = 10_000_000;
const THOUSAND = 1_000;

/** Undefined where it is off: then there is no file. */
export function createSample(
  { samplesPerThousand, dataDir }: { readonly samplesPerThousand: number; readonly dataDir: string },
  log: Told,
  most = MOST,
): Sample | undefined {
  if (samplesPerThousand === 0) return undefined;
  const path = samplesPath(dataDir);
  if (!existsSync(dataDir)) mkdirSync(dataDir, { mode: 0o700 });
  const file = openSync(path, 'a', 0o600);
  fchmodSync(file, 0o600);
  let size = fstatSync(file).size;
  log.info({ path, samplesPerThousand }, 'masked sentences are kept as samples');
  return (text, { intent, confidence }, at) => {
    if (size >= most || randomInt(THOUSAND) >= samplesPerThousand) return;
    const day = new Date(at).toISOString().slice(0, 10);
    const line = `${JSON.stringify({ day, text: masked(text, { at }), intent, confidence: Number(confidence.toFixed(4)) })}\n`;
    size += Buffer.byteLength(line);
    // A full disk costs samples, never an answer.
    write(file, line, (error) => {
      if (error) size = most;
    });
    if (size >= most) log.warn({ path }, 'the samples are full: no more are kept');
  };
}
