import { el } from './dom.js';
import { t } from './words.js';

/** Who, and how much in the unit of the language. */
const ROW = /^([^：:\d]{2,24})[：:] ?([\d,]+(?:\.\d\d)?) (\D+)$/;
/** @param {string} line */
const isRow = (line) => ROW.exec(line)?.[3] === t('money.unit');
const SVG = 'http://www.w3.org/2000/svg';
const [WIDE, HIGH, GAP] = [300, 14, 6];

/**
 * Rows of who pays how much as bars, and the same as a table; the text between stays. Undefined: there are none.
 * @param {string} text
 * @returns {{before: string, drawn: HTMLElement, after: string} | undefined}
 */
export function drawMoney(text) {
  const lines = text.split('\n');
  const first = lines.findIndex(isRow);
  if (first < 0) return undefined;
  const end = lines.findIndex((line, i) => i > first && !isRow(line));
  const rows = lines.slice(first, end < 0 ? undefined : end).map(rowOf);
  const drawn = el('div', { class: 'money' }, picture(rows), table(rows));
  const after = end < 0 ? '' : lines.slice(end).join('\n');
  return { before: lines.slice(0, first).join('\n'), drawn, after };
}

/** @param {string} line */
function rowOf(line) {
  const [, who = '', amount = '0'] = ROW.exec(line) ?? [];
  return { who, amount, yuan: Number(amount.replaceAll(',', '')) };
}

/**
 * What the table says; not read aloud twice.
 * @param {{yuan: number}[]} rows
 */
function picture(rows) {
  const svg = document.createElementNS(SVG, 'svg');
  const most = Math.max(1, ...rows.map(({ yuan }) => yuan));
  svg.setAttribute('viewBox', `0 0 ${WIDE} ${rows.length * (HIGH + GAP)}`);
  svg.setAttribute('aria-hidden', 'true');
  for (const [i, { yuan }] of rows.entries()) {
    const bar = document.createElementNS(SVG, 'rect');
    bar.setAttribute('y', String(i * (HIGH + GAP)));
    bar.setAttribute('height', String(HIGH));
    bar.setAttribute('width', String(Math.max(2, (yuan / most) * WIDE)));
    bar.setAttribute('class', `bar${i}`);
    svg.append(bar);
  }
  return svg;
}

/** @param {{who: string, amount: string}[]} rows */
function table(rows) {
  const cells = rows.map(({ who, amount }, i) =>
    el('tr', {}, el('th', { scope: 'row', class: `bar${i}` }, who), el('td', {}, amount)),
  );
  return el('table', {}, ...cells);
}
