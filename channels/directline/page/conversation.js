import { isFile, linesOf } from './lines.js';

/** @typedef {import('./types.d.ts').Activity} Activity */
/** @typedef {import('./types.d.ts').Entry} Entry */
/** @typedef {import('./types.d.ts').Item} Item */
/** @typedef {import('./types.d.ts').Line} Line */

/**
 * What was said, in order, and what of it is to be drawn. Pure but for its own list.
 * Activities stand in the order of their ids. A thing sent from here stands after the last activity its writer saw, and
 * stays there for this visit when its echo comes, so that nothing jumps under a thumb.
 */
export class Conversation {
  /** @type {Map<string, Entry>} */
  #entries = new Map();
  userId = '';

  /** Id of the last activity. */
  get last() {
    let last = '';
    for (const { activity } of this.#entries.values()) if (activity?.id && activity.id > last) last = activity.id;
    return last;
  }

  /** @param {Activity} activity */
  add(activity) {
    if (!activity.id || activity.type !== 'message') return;
    const key = activity.channelData?.clientActivityID ?? activity.id;
    const known = this.#entries.get(key);
    if (known && !known.anchor) known.anchor = activity.id;
    if (known) known.activity ??= activity;
    else this.#entries.set(key, { key, anchor: activity.id, order: 0, activity });
  }

  /** @param {Item} item */
  put(item) {
    if (item.draft.kind === 'event') return;
    const known = this.#entries.get(item.id);
    if (known) known.item = item;
    else this.#entries.set(item.id, { key: item.id, anchor: item.anchor, order: item.order, item });
  }

  /** @param {string} key */
  drop(key) {
    this.#entries.delete(key);
  }

  /** @param {string} key whether the server has it */
  has(key) {
    return this.#entries.get(key)?.activity !== undefined;
  }

  clear() {
    this.#entries.clear();
  }

  /** @returns {import('./types.d.ts').Scene} */
  scene() {
    const entries = [...this.#entries.values()].sort(inOrder);
    const lines = linesOf(entries, this.userId);
    const said = entries[lines.findLastIndex((l) => l.speaker !== 'me')]?.activity;
    const open = isOpen(lines);
    return {
      lines,
      offer: open && said ? offerOf(said) : null,
      stage: said?.channelData?.flow === 'report' ? (said.channelData.stage ?? '') : '',
    };
  }
}

/**
 * Without an anchor a thing was written before the history was here: it is the newest.
 * @param {Entry} a
 * @param {Entry} b
 */
function inOrder(a, b) {
  if (a.anchor !== b.anchor) return b.anchor === '' || (a.anchor !== '' && a.anchor < b.anchor) ? -1 : 1;
  return a.order - b.order;
}

/**
 * Whether the last question still waits: a photo on its way answers nothing, a word does.
 * @param {Line[]} lines
 */
function isOpen(lines) {
  const last = lines.findLast((l) => l.speaker !== 'me' || !isFile(l));
  return last !== undefined && last.speaker !== 'me';
}

/** Questions where a number is an answer itself: “1” is one person. */
const COUNTING = ['injured'];
/** Said with another list than the question's own: there “1” would not mean the first button. */
const OTHER_LIST = ['common.whichField', 'common.whichOne'];

/**
 * Whether a choice may also be named by its number.
 * @param {import('./types.d.ts').ChannelData} said
 */
const isNumbered = ({ key = '', question = '', input }) =>
  input === 'choice' && question !== '' && !COUNTING.includes(question) && !OTHER_LIST.includes(key);

/**
 * @param {Activity} activity
 * @returns {import('./types.d.ts').Offer}
 */
function offerOf(activity) {
  return {
    key: activity.id ?? '',
    input: activity.channelData?.input ?? '',
    numbered: isNumbered(activity.channelData ?? {}),
    actions: activity.suggestedActions?.actions ?? [],
  };
}
