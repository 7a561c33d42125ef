import { el } from './dom.js';

const STEP = /^\d+\. (.+)$/;

/**
 * Numbered lines as a way with a mark for each step; the last one is where it stands. Undefined: there are none.
 * @param {string} text
 * @returns {{before: string, drawn: HTMLElement} | undefined}
 */
export function drawTimeline(text) {
  const lines = text.split('\n');
  const steps = lines.flatMap((line) => STEP.exec(line)?.[1] ?? []);
  if (steps.length === 0) return undefined;
  const before = lines.filter((line) => !STEP.test(line)).join('\n');
  const drawn = el('ol', { class: 'timeline' }, ...steps.map((step) => el('li', {}, step)));
  drawn.lastElementChild?.setAttribute('aria-current', 'step');
  return { before, drawn };
}
