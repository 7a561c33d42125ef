/**
 * An answer of HTTP/1.1 as it comes in, of which we want the status and two headers. Strict: what two readers could
 * understand in two ways is no answer. RFC 9112.
 */

const LONGEST_HEAD = 16 * 1024;
const END = '\r\n';
type State = 'head' | 'length' | 'size' | 'chunk' | 'chunkEnd' | 'trailer' | 'untilClosed' | 'whole';

export class NotHttp extends Error {
  override name = 'NotHttp';
  constructor() {
    super('the answer is not HTTP');
  }
}

export class Reading {
  status = 0;
  /** The header as it came. */
  retryAfter: string | null = null;
  /** Whether the connection may be used again, and for how many milliseconds it may rest if the other end says so. */
  keeps = true;
  rest: number | undefined;
  /** Whether nothing at all has come. */
  untouched = true;
  #state: State = 'head';
  /** What has come and was not read yet, one character a byte. */
  #text = '';
  /** Bytes of the body, or of a chunk of it, that are still to come. */
  #left = 0;

  /** True when the answer is whole. Throws `NotHttp`. */
  take(bytes: string): boolean {
    this.untouched = false;
    this.#text += bytes;
    while (this.#state !== 'whole' && this.#step()) {
      // until more must come
    }
    if (this.#state !== 'whole') return false;
    // Nobody asked for what comes after the end.
    if (this.#text !== '') this.keeps = false;
    return true;
  }

  /** The other end has closed: true if that is how this answer ends. */
  closed(): boolean {
    return this.#state === 'untilClosed';
  }

  /** False where more must come first. */
  #step(): boolean {
    if (this.#state === 'head') return this.#head();
    if (this.#state === 'length') return this.#skip('whole');
    if (this.#state === 'size') return this.#size();
    if (this.#state === 'chunk') return this.#skip('chunkEnd');
    if (this.#state === 'chunkEnd') return this.#chunkEnd();
    if (this.#state === 'trailer') return this.#trailer();
    this.#text = '';
    return false;
  }

  #upTo(end: string): string | undefined {
    const at = this.#text.indexOf(end);
    if (at > LONGEST_HEAD || (at < 0 && this.#text.length > LONGEST_HEAD)) throw new NotHttp();
    if (at < 0) return undefined;
    const text = this.#text.slice(0, at);
    this.#text = this.#text.slice(at + end.length);
    return text;
  }

  #head(): boolean {
    const head = this.#upTo(END + END);
    if (head === undefined) return false;
    const [first = '', ...lines] = head.split(END);
    const [, minor, status] = /^HTTP\/1\.([01]) (\d{3})(?: |$)/.exec(first) ?? [];
    if (status === undefined || status === '101') throw new NotHttp();
    // 100 and 103 only say that an answer will come.
    if (status.startsWith('1')) return true;
    this.status = Number(status);
    const headers = headersIn(lines);
    this.retryAfter = headers.get('retry-after') ?? null;
    const connection = (headers.get('connection') ?? '').toLowerCase();
    this.keeps = minor === '1' ? !connection.includes('close') : connection.includes('keep-alive');
    const seconds = /(?:^|[\s,])timeout=(\d{1,6})/i.exec(headers.get('keep-alive') ?? '')?.[1];
    if (seconds) this.rest = Number(seconds) * 1000;
    this.#body(headers.get('content-length'), headers.get('transfer-encoding'));
    return true;
  }

  #body(length: string | undefined, encoding: string | undefined): void {
    if (this.status === 204 || this.status === 304) this.#state = 'whole';
    else if (encoding !== undefined) {
      if (length !== undefined || encoding.toLowerCase() !== 'chunked') throw new NotHttp();
      this.#state = 'size';
    } else if (length !== undefined) {
      if (!/^\d{1,15}$/.test(length)) throw new NotHttp();
      this.#left = Number(length);
      this.#state = 'length';
    } else {
      this.keeps = false;
      this.#state = 'untilClosed';
    }
  }

  #skip(next: State): boolean {
    const skipped = Math.min(this.#left, this.#text.length);
    this.#left -= skipped;
    this.#text = this.#text.slice(skipped);
    if (this.#left > 0) return false;
    this.#state = next;
    return true;
  }

  #size(): boolean {
    const line = this.#upTo(END);
    if (line === undefined) return false;
    const [, size] = /^([\da-f]{1,8})[ \t]*(?:;|$)/i.exec(line) ?? [];
    if (size === undefined) throw new NotHttp();
    this.#left = Number.parseInt(size, 16);
    this.#state = this.#left === 0 ? 'trailer' : 'chunk';
    return true;
  }

  #chunkEnd(): boolean {
    if (this.#text.length < END.length) return false;
    if (this.#upTo(END) !== '') throw new NotHttp();
    this.#state = 'size';
    return true;
  }

  #trailer(): boolean {
    const line = this.#upTo(END);
    if (line === '') this.#state = 'whole';
    return line !== undefined;
  }
}

/** What is said twice must say the same. */
function headersIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([!#$%&'*+.^`|~\w-]+):(.*)$/.exec(line) ?? [];
    if (name === '') throw new NotHttp();
    const key = name.toLowerCase();
    const before = headers.get(key);
    const trimmed = value.trim();
    if (before !== undefined && before !== trimmed && FRAMING.has(key)) throw new NotHttp();
    headers.set(key, trimmed);
  }
  return headers;
}
const FRAMING = new Set(['content-length', 'transfer-encoding']);
