import busboy from 'busboy';
import type { Request } from 'restify';
import type { JsonObject } from '../../store/ports.ts';
import { MAX_JSON, malformed, type Pace, parseObject, receive, refuseEncoded, tooLarge } from '../web/body.ts';
import { uploads } from '../web/budget.ts';
import type { Refusal } from '../web/errors.ts';
import { MAX_FILE } from '../web/media.ts';

export interface Part {
  readonly name: string | undefined;
  readonly bytes: Buffer;
}

/** What an upload consists of; without an activity of its own it is a plain message. */
export interface Parts {
  readonly activity: JsonObject;
  readonly files: readonly Part[];
}

export const MAX_FILES = 10;
/** Of one request, in bytes: files are kept in memory until they are judged. */
const MAX_REQUEST = 25 * 1024 * 1024;
/** Photos go out from the roadside: slow is fine, next to nothing is not. */
const UPLOAD_PACE: Pace = { windowMs: 15_000, bytesPerSecond: 1024, maxMs: 600_000 };

const requestTooLarge = () => tooLarge('FileTooLarge', `An upload may have ${MAX_REQUEST} bytes at most.`);
const fileTooLarge = () => tooLarge('FileTooLarge', `A file may have ${MAX_FILE} bytes at most.`);
const tooManyFiles = () => tooLarge('TooManyFiles', `A message may have ${MAX_FILES} files at most.`);

/** Counts a request's bytes towards the whole process's until `run` is over. */
async function counted<T>(address: string, run: (count: (bytes: number) => void) => Promise<T>): Promise<T> {
  let own = 0;
  try {
    return await run((bytes) => {
      if (own + bytes > MAX_REQUEST) throw requestTooLarge();
      uploads.take(address, bytes);
      own += bytes;
    });
  } finally {
    uploads.release(address, own);
  }
}

/** A file as the body itself, its name in `Content-Disposition`. */
async function readSingle(req: Request, count: (bytes: number) => void): Promise<Parts> {
  const chunks: Buffer[] = [];
  let size = 0;
  await receive(req, UPLOAD_PACE, (chunk) => {
    count(chunk.length);
    size += chunk.length;
    if (size > MAX_FILE) throw fileTooLarge();
    chunks.push(chunk);
  });
  return { activity: { type: 'message' }, files: [{ name: givenName(req), bytes: Buffer.concat(chunks) }] };
}

function givenName(req: Request): string | undefined {
  const header = req.headers['content-disposition'] ?? '';
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(header)?.[1];
  try {
    return encoded === undefined ? /filename="?([^";]*)"?/i.exec(header)?.[1] : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

const LIMITS = { fileSize: MAX_FILE, files: MAX_FILES + 1, fields: 4, fieldSize: MAX_JSON, parts: 20, headerPairs: 20 };

const incomplete = () => malformed('a complete form');

/** Browsers write three characters of a file's name in this way, and no others. */
const nameInForm = (name: string) =>
  name.replace(/%(22|0D|0A)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

interface Collected {
  readonly files: Part[];
  activity?: Buffer;
  failure?: Refusal;
}

/** Gathers what a form brings; the first failure stays. */
function collect(form: busboy.Busboy): Collected {
  const got: Collected = { files: [] };
  const fail = (refusal: Refusal) => {
    got.failure ??= refusal;
  };
  const add = (field: string, name: string, bytes: Buffer) => {
    if (field !== 'activity') got.files.push({ name, bytes });
    else if (bytes.length > MAX_JSON) fail(tooLarge('MessageSizeTooBig', 'The activity is too large.'));
    else got.activity ??= bytes;
  };
  form.on('field', (field, value) => field === 'activity' && add(field, '', Buffer.from(value)));
  form.on('file', (field, stream, { filename }) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('limit', () => fail(fileTooLarge()));
    stream.on('error', () => fail(incomplete()));
    stream.on('end', () => add(field, nameInForm(filename ?? ''), Buffer.concat(chunks)));
  });
  for (const event of ['filesLimit', 'partsLimit', 'fieldsLimit'] as const) form.on(event, () => fail(tooManyFiles()));
  form.on('error', () => fail(incomplete()));
  return got;
}

/** The form that Direct Line's clients send: a part `activity` (a file for any parser), then the files, in any order. */
async function readForm(req: Request, count: (bytes: number) => void): Promise<Parts> {
  const form = parser(req);
  const closed = new Promise<void>((resolve) => form.once('close', resolve));
  const got = collect(form);
  const take = (chunk: Buffer) => {
    count(chunk.length);
    form.write(chunk);
    if (got.failure) throw got.failure;
  };
  await receive(req, UPLOAD_PACE, take).finally(() => form.end());
  await closed;
  if (got.files.length > MAX_FILES) throw tooManyFiles();
  if (got.failure) throw got.failure;
  return { activity: got.activity ? parseObject(got.activity) : { type: 'message' }, files: got.files };
}

function parser(req: Request) {
  try {
    return busboy({ headers: req.headers, limits: LIMITS, defParamCharset: 'utf8' });
  } catch {
    throw malformed('a form with a boundary');
  }
}

/** Receives an upload into memory, within its limits from the first byte until `run` has done with it. */
export async function withParts<T>(req: Request, address: string, run: (parts: Parts) => Promise<T>): Promise<T> {
  refuseEncoded(req);
  const announced = Number(req.headers['content-length'] ?? 0);
  if (announced > MAX_REQUEST) throw requestTooLarge();
  // What cannot be held to its end is not begun; the announcement itself holds nothing.
  uploads.take(address, announced);
  uploads.release(address, announced);
  const form = /^multipart\/form-data\b/i.test(req.headers['content-type'] ?? '');
  return counted(address, async (count) => run(await (form ? readForm(req, count) : readSingle(req, count))));
}
