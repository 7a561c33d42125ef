/**
 * As much of XMLHttpRequest over `fetch` as Direct Line's client uses, form data included. Requests that are still
 * under way can be waited for, so that a test ends with nothing open.
 */
const underWay = new Set<Promise<void>>();
export const settled = () => Promise.allSettled(underWay);

export class Xhr {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  withCredentials = false;
  onreadystatechange: ((event: unknown) => void) | null = null;
  ontimeout: ((event: unknown) => void) | null = null;
  #method = 'GET';
  #url = '';
  readonly #headers: Record<string, string> = {};
  #answered = new Headers();
  readonly #control = new AbortController();

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  getResponseHeader(name: string): string | null {
    return this.#answered.get(name);
  }

  getAllResponseHeaders(): string {
    return [...this.#answered].map(([name, value]) => `${name}: ${value}`).join('\r\n');
  }

  abort(): void {
    this.#control.abort();
  }

  send(body: string | FormData | null = null): void {
    const run = this.#run(body).finally(() => underWay.delete(run));
    underWay.add(run);
  }

  async #run(body: string | FormData | null): Promise<void> {
    try {
      const init = { method: this.#method, headers: this.#headers, body, signal: this.#control.signal };
      const response = await fetch(this.#url, init);
      this.#answered = response.headers;
      const bytes = await response.arrayBuffer();
      this.status = response.status;
      this.responseText = this.responseType === 'arraybuffer' ? '' : new TextDecoder().decode(bytes);
      this.response = this.responseType === 'arraybuffer' ? bytes : this.#parsed();
    } catch {
      this.status = 0;
    }
    this.readyState = 4;
    if (!this.#control.signal.aborted) this.onreadystatechange?.call(this, {});
  }

  #parsed(): unknown {
    if (this.responseType !== 'json') return this.responseText;
    return this.responseText === '' ? null : JSON.parse(this.responseText);
  }
}
