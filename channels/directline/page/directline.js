import { Failure } from './http.js';

/** @typedef {import('./types.d.ts').Activity} Activity */
/** @typedef {import('./types.d.ts').ActivitySet} ActivitySet */

const API = '/v3/directline';
/** An upload of which nothing has moved for so long is given up and sent again, ms. */
const STALLED = 60_000;

/** The calls of Direct Line 3.0 that this page needs. */
export class DirectLine {
  /** @type {Promise<string> | null} */
  #starting = null;

  /** @param {import('./session.js').Session} session */
  constructor(session) {
    this.session = session;
  }

  get #path() {
    return `${API}/conversations/${encodeURIComponent(this.session.conversationId)}`;
  }

  /**
   * Starts the conversation of our token, or finds it started. Whoever comes first does it, the others wait for it.
   * @returns {Promise<string>} where its stream is
   */
  start() {
    this.#starting ??= this.#start().catch((failure) => {
      this.#starting = null;
      throw failure;
    });
    return this.#starting;
  }

  async #start() {
    await this.session.open();
    const body = { user: { id: this.session.userId }, locale: this.session.language() };
    const answer = await this.session.request('POST', `${API}/conversations`, body);
    this.session.use(answer);
    return socketUrl(answer.streamUrl);
  }

  /**
   * A new stream that begins after `watermark`.
   * @param {string} watermark
   */
  async reconnect(watermark) {
    const answer = await this.session.request('GET', `${this.#path}?watermark=${encodeURIComponent(watermark)}`);
    this.session.use(answer);
    return socketUrl(answer.streamUrl);
  }

  /**
   * One page of what was said after `watermark`.
   * @param {string} watermark
   * @returns {Promise<ActivitySet>}
   */
  activities(watermark) {
    return this.session.request('GET', `${this.#path}/activities?watermark=${encodeURIComponent(watermark)}`);
  }

  /** @param {Activity} activity */
  async post(activity) {
    await this.start();
    await this.session.request('POST', `${this.#path}/activities`, this.#signed(activity));
  }

  /**
   * Sends one file. XMLHttpRequest, because fetch does not tell how much has left.
   * @param {Activity} activity
   * @param {File} file
   * @param {(part: number) => void} onProgress 0 to 1
   */
  async upload(activity, file, onProgress) {
    await this.start();
    await this.session.authorised((token) => {
      const form = new FormData();
      const json = JSON.stringify(this.#signed(activity));
      form.append('activity', new Blob([json], { type: 'application/vnd.microsoft.activity' }), 'blob');
      form.append('file', file, file.name);
      const url = `${this.#path}/upload?userId=${encodeURIComponent(this.session.userId)}`;
      return postForm(url, token, form, onProgress);
    });
  }

  /**
   * @param {Activity} activity
   * @returns {Activity}
   */
  #signed(activity) {
    return { ...activity, from: { id: this.session.userId, role: 'user' } };
  }
}

/**
 * The stream on the host that served this page: behind a proxy the server may not know its own name.
 * @param {string} streamUrl
 */
function socketUrl(streamUrl) {
  const url = new URL(streamUrl, location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  url.host = location.host;
  return url.href;
}

/**
 * @param {string} url
 * @param {string} token
 * @param {FormData} form
 * @param {(part: number) => void} onProgress
 * @returns {Promise<void>}
 */
function postForm(url, token, form, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    let stalled = setTimeout(() => request.abort(), STALLED);
    request.upload.onprogress = (e) => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), STALLED);
      onProgress(e.lengthComputable ? e.loaded / e.total : 0);
    };
    request.onloadend = () => clearTimeout(stalled);
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(Failure.of(request.status, request.getResponseHeader('retry-after'), request.responseText));
    };
    request.onerror = () => reject(new Failure(0));
    request.onabort = request.onerror;
    request.send(form);
  });
}
