import { ownUrl } from './safe.js';

/** @typedef {import('./types.d.ts').Activity} Activity */
/** @typedef {import('./types.d.ts').Entry} Entry */
/** @typedef {import('./types.d.ts').Item} Item */
/** @typedef {import('./types.d.ts').Line} Line */

/** @type {Intl.DateTimeFormatOptions} the insurer's clock, wherever the phone believes to be */
const CHINA = { timeZone: 'Asia/Shanghai' };

/**
 * The calendar day in China, to tell where a new one begins.
 * @param {number} at
 */
const dayOf = (at) => new Date(at).toLocaleDateString('sv', CHINA);

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
    const lines = entries.map((e) => lineOf(e, this.userId));
    markDays(lines);
    markAnswers(entries, lines);
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

/**
 * @param {Activity} activity
 * @returns {import('./types.d.ts').Offer}
 */
function offerOf(activity) {
  return {
    key: activity.id ?? '',
    input: activity.channelData?.input ?? '',
    actions: activity.suggestedActions?.actions ?? [],
  };
}

/**
 * @param {Entry} entry
 * @param {string} userId
 * @returns {Line}
 */
function lineOf({ key, activity, item }, userId) {
  const draft = item?.draft;
  const entities = activity?.entities ?? (draft?.kind === 'message' ? draft.entities : undefined);
  const place = entities?.find((e) => e.type === 'GeoCoordinates');
  return {
    key,
    speaker: activity ? speakerOf(activity, userId) : 'me',
    name: activity?.from?.name ?? '',
    at: activity?.timestamp ? Date.parse(activity.timestamp) : (item?.at ?? 0),
    lang: activity?.locale ?? '',
    text: activity?.text ?? (draft?.kind === 'message' ? draft.text : ''),
    ...(place && { place }),
    attachments: activity?.attachments ?? [],
    summary: activity?.channelData?.summary ?? [],
    card: activity?.channelData?.card ?? '',
    url: ownUrl(activity?.channelData?.url),
    ...(item && { item }),
    change: '',
    newDay: false,
  };
}

/**
 * @param {Activity} activity
 * @param {string} userId
 * @returns {Line['speaker']}
 */
function speakerOf(activity, userId) {
  if (activity.from?.role === 'user' || activity.from?.id === userId) return 'me';
  const said = activity.channelData?.speaker;
  return said === 'person' || said === 'system' ? said : 'bot';
}

/** @param {Line[]} lines */
function markDays(lines) {
  let day = '';
  for (const line of lines) {
    const its = dayOf(line.at);
    line.newDay = its !== day;
    day = its;
  }
}

/**
 * An answer can be changed while its flow runs; of several answers to one question only the newest, and not while the
 * very same question is open again.
 * @param {Entry[]} entries
 * @param {Line[]} lines
 */
function markAnswers(entries, lines) {
  /** @type {Map<string, {flow: string, change: string, line: Line}>} */
  const answers = new Map();
  /** @type {import('./types.d.ts').ChannelData} */
  let asked = {};
  let flow = '';
  lines.forEach((line, i) => {
    if (line.speaker !== 'me') {
      asked = entries[i]?.activity?.channelData ?? {};
      flow = asked.flow ?? '';
      if (asked.change) answers.delete(nameOf(asked));
    } else if (asked.change && (asked.input === 'photo' || !isFile(line))) {
      answers.set(nameOf(asked), { flow, change: asked.change, line });
      asked = {};
    }
  });
  for (const answer of answers.values()) if (answer.flow === flow) answer.line.change = answer.change;
}

/** @param {import('./types.d.ts').ChannelData} asked */
const nameOf = (asked) => `${asked.flow} ${asked.question ?? asked.change}`;

/** @param {Line} line */
const isFile = (line) => line.item?.draft.kind === 'file' || line.attachments.length > 0;
