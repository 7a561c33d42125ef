import { Conversation } from './conversation.js';
import { openStore } from './db.js';
import { DirectLine } from './directline.js';
import { forgetPreviews, previewOf } from './files.js';
import { Outbox } from './outbox.js';
import { Session } from './session.js';
import { language, recall, remember } from './settings.js';
import { Stream } from './stream.js';
import { transmit } from './transmit.js';

/** @typedef {import('./types.d.ts').Item} Item */
/** @typedef {import('./types.d.ts').Draft} Draft */

/** How long an echo may take after the server has taken a message before we look for it, ms. */
const ECHO = 6_000;

/** Everything between the view and the server: what was said, what waits to be sent, and the line itself. */
export class Link {
  #session = new Session(language);
  #line = new DirectLine(this.#session);
  /** @type {Stream | null} */
  #stream = null;
  /** @type {Promise<Outbox> | null} */
  #opened = null;
  talk = new Conversation();

  /** @param {{change: () => void, complete: () => void, online: (yes: boolean) => void, typing: (yes: boolean) => void}} on */
  constructor(on) {
    this.on = on;
    this.#session.onOther = () => this.#startOver();
  }

  get connected() {
    return this.#stream !== null;
  }

  /**
   * Whether this phone has a conversation to go on with. Who was never here is not asked about: a mere look at the
   * home view begins no conversation.
   */
  async resumed() {
    if (!recall('known')) return false;
    await this.#session.open();
    return this.#session.resumed;
  }

  /** The outbox, with whatever an earlier visit could not send. */
  #outbox() {
    this.#opened ??= openStore().then(async (store) => {
      const box = new Outbox(
        store,
        (item, onProgress) => transmit(this.#line, item, onProgress),
        (item) => this.#onItem(item),
      );
      await box.load();
      return box;
    });
    return this.#opened;
  }

  /** Connects, once. */
  async begin() {
    await this.#outbox();
    if (!this.#stream) this.#follow();
    const opened = this.#session.open().then(() => this.#known());
    // What is said next should come after it; but without network nothing waits for this.
    if (this.#session.conversationId) await opened;
    else opened.catch(() => {});
    await this.flush();
  }

  /** Sends what an earlier visit has left, even if the person stays on the home view. */
  async sendLeftovers() {
    const box = await this.#outbox();
    if (box.size) await this.begin();
  }

  async flush() {
    (await this.#outbox()).flush();
  }

  /** Looks now for what was missed, and sends what waits. */
  async check() {
    this.#stream?.check();
    await this.flush();
  }

  /** @param {Draft} draft */
  async send(draft) {
    if (!this.#stream) await this.begin();
    const box = await this.#outbox();
    await box.add(draft, this.talk.last);
  }

  async #known() {
    remember('known', 'yes');
    await this.tellLanguage();
  }

  /** A new conversation begins in the page's language; later the bot is told when that has changed. */
  async tellLanguage() {
    const lang = language();
    const told = this.#session.begunIn || recall('told') || 'zh-CN';
    this.#session.begunIn = '';
    remember('told', lang);
    if (told === lang) return;
    await this.send({ kind: 'event', name: 'setLanguage', value: lang });
  }

  /** @param {string} id of an item that was refused */
  async retry(id) {
    (await this.#outbox()).retry(id);
  }

  /** @param {string} id of an item that its writer does not want to send any more */
  async drop(id) {
    await (await this.#outbox()).drop(id);
    this.talk.drop(id);
    this.on.change();
  }

  /** Leaves the conversation: nothing of it stays in this page. */
  async leave() {
    this.#stream?.close();
    this.#stream = null;
    await (await this.#outbox()).clear();
    this.#opened = null;
    this.#session.close();
    this.#line = new DirectLine(this.#session);
    this.talk.clear();
    forgetPreviews();
    this.on.change();
  }

  #follow() {
    this.#line = new DirectLine(this.#session);
    this.#stream = new Stream(this.#line, {
      activities: (set, complete) => this.#onActivities(set, complete),
      online: (yes) => this.#onOnline(yes),
    });
    this.#stream.run();
  }

  /** The server knows us under another conversation now: the old one was erased or has ended. */
  #startOver() {
    if (!this.#stream) return;
    this.#stream.close();
    this.talk.clear();
    this.#follow();
    this.on.change();
  }

  /** @param {Item} item */
  #onItem(item) {
    this.talk.put(item);
    if (item.state === 'delivered') {
      // The browser keeps the picture; ten megabytes of each photo need not stay in the page's own memory as well.
      if (previewOf(item) && item.draft.kind === 'file') item.draft.bytes = new ArrayBuffer(0);
      setTimeout(() => this.talk.has(item.id) || this.#stream?.check(), ECHO);
    }
    this.on.change();
  }

  /**
   * @param {import('./types.d.ts').ActivitySet} set
   * @param {boolean} complete whether everything said before has come as well
   */
  async #onActivities(set, complete) {
    const box = await this.#outbox();
    this.talk.userId = this.#session.userId;
    for (const activity of set.activities ?? []) {
      this.talk.add(activity);
      if (activity.from?.id !== this.#session.userId) this.on.typing(activity.type === 'typing');
      // Its sending may have succeeded just before the page was closed.
      if (activity.channelData?.clientActivityID) box.drop(activity.channelData.clientActivityID);
    }
    this.on.change();
    if (complete) this.on.complete();
  }

  /** @param {boolean} yes */
  #onOnline(yes) {
    if (yes) this.flush();
    this.on.online(yes);
  }
}
