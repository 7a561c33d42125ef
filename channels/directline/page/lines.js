import { ownUrl } from './safe.js';
import { t } from './words.js';

/** @typedef {import('./types.d.ts').Activity} Activity */
/** @typedef {import('./types.d.ts').Entry} Entry */
/** @typedef {import('./types.d.ts').Line} Line */
/** @typedef {import('./types.d.ts').ChannelData} ChannelData */

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
 * An answer can be changed while its flow runs, but not while the very same question is open again. Asked once more, a
 * question had no good answer in the word before; unless “change” was tapped: then what stood there was one, and stays one.
 * @param {Entry[]} entries
 * @param {Line[]} lines
 */
function markAnswers(entries, lines) {
  /** @type {{asked: ChannelData, line: Line, stands: boolean}[]} */
  let answers = [];
  /** @type {ChannelData} */
  let asked = {};
  let flow = '';
  lines.forEach((line, i) => {
    const tapped = tapOf(entries[i]);
    if (line.speaker !== 'me') {
      asked = entries[i]?.activity?.channelData ?? {};
      flow = asked.flow ?? '';
      answers = answers.filter((a) => a.stands || !isSame(a.asked, asked));
    } else if (tapped) {
      asked = {};
      for (const a of answers) a.stands ||= isSame(a.asked, { flow: tapped.flow, question: tapped.change });
    } else if (asked.change && (asked.input === 'photo' || !isFile(line))) {
      if (line.text !== t('say.keep')) answers.push({ asked, line, stands: false });
      asked = {};
    }
  });
  for (const a of answers) if (a.asked.flow === flow && !isSame(a.asked, asked)) offerChange(a.line, a.asked);
}

/**
 * @param {Line} line
 * @param {ChannelData} asked
 */
function offerChange(line, { flow = '', question = '', change = '' }) {
  line.change = change;
  line.about = { flow, change: question };
}

/**
 * What a tapped “change” stood beside; undefined for any other word.
 * @param {Entry | undefined} entry
 * @returns {import('./types.d.ts').About | undefined}
 */
function tapOf(entry) {
  const draft = entry?.item?.draft;
  if (draft?.kind === 'message' && draft.about) return draft.about;
  const { flow, change } = entry?.activity?.channelData ?? {};
  return flow && change ? { flow, change } : undefined;
}

/**
 * @param {ChannelData} a
 * @param {ChannelData} b
 */
const isSame = (a, b) => a.flow === b.flow && a.question !== undefined && a.question === b.question;

/** @param {Line} line */
export const isFile = (line) => line.item?.draft.kind === 'file' || line.attachments.length > 0;
