import { button, el } from './dom.js';
import { t } from './words.js';

/** @typedef {import('./types.d.ts').SummaryLine} SummaryLine */

/**
 * The text around a read-back: its lines that repeat an entry of the list are left out, because the list shows them.
 * @param {string} text
 * @param {readonly SummaryLine[]} summary
 * @returns {{before: string, after: string}}
 */
export function around(text, summary) {
  const lines = text.split('\n');
  /** @param {string} line */
  const repeats = (line) => summary.some((s) => line.includes(s.label) && line.includes(s.value));
  const first = lines.findIndex(repeats);
  if (first < 0) return { before: text, after: '' };
  const rest = lines.slice(first).filter((line) => !repeats(line));
  return { before: lines.slice(0, first).join('\n').trim(), after: rest.join('\n').trim() };
}

/**
 * A read-back as a list, each entry with a button to change it.
 * @param {readonly SummaryLine[]} summary
 * @param {(text: string, about?: import('./types.d.ts').About) => void} say
 */
export function drawSummary(summary, say) {
  return el('dl', { class: 'summary' }, ...summary.map((line) => drawLine(line, say)));
}

/**
 * @param {SummaryLine} line
 * @param {(text: string, about?: import('./types.d.ts').About) => void} say
 */
function drawLine({ flow, question, label, value, change }, say) {
  const row = el('div', {}, el('dt', {}, label), el('dd', {}, value));
  if (change) {
    const edit = button(t('chat.change'), () => say(change, flow ? { flow, change: question } : undefined), 'change');
    edit.setAttribute('aria-label', t('chat.changeWhat', { what: label }));
    row.append(el('dd', { class: 'edit' }, edit));
  }
  return row;
}
