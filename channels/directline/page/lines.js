import { ownUrl } from './safe.js';

/** @typedef {import('./types.d.ts').Activity} Activity */
/** @typedef {import('./types.d.ts').Entry} Entry */
/** @typedef {import('./types.d.ts').Line} Line */

/** @type {Intl.DateTimeFormatOptions} the insurer's clock, wherever the phone believes to be */
const CHINA = { timeZone: 'Asia/Shanghai' };

/**
 * The calendar day in China, to tell where a new one begins.
 * @param {number} at
 */
const dayOf = (at) => new Date(at).toLocaleDateString('sv', CHINA);

/**
 * The entries as they are drawn.
 * @param {Entry[]} entries in order
 * @param {string} userId
 */
export function linesOf(entries, userId) {
  const lines = entries.map((e) => lineOf(e, userId));
  markDays(lines);
  markAnswers(entries, lines);
  return lines;
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
    arrived: activity !== undefined,
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
  /** @type {Map<string, {flow: string, question: string, change: string, line: Line}>} */
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
      answers.set(nameOf(asked), { flow, question: asked.question ?? '', change: asked.change, line });
      asked = {};
    }
  });
  for (const answer of answers.values()) {
    if (answer.flow !== flow) continue;
    answer.line.change = answer.change;
    answer.line.about = { flow, change: answer.question };
  }
}

/** @param {import('./types.d.ts').ChannelData} asked */
const nameOf = (asked) => `${asked.flow} ${asked.question ?? asked.change}`;

/** @param {Line} line */
export const isFile = (line) => line.item?.draft.kind === 'file' || line.attachments.length > 0;
