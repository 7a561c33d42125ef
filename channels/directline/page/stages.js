import { $ } from './dom.js';
import { t } from './words.js';

/** The four named stages of a report, in order. */
const NAMES = /** @type {Record<string, string>} */ ({
  safety: 'stage.safety',
  course: 'stage.course',
  injured: 'stage.injured',
  check: 'stage.check',
});

/**
 * Marks the stage of the report; hides the bar where there is none.
 * @param {string} stage
 */
export function showStage(stage) {
  const key = NAMES[stage];
  $('stages').hidden = !key;
  let done = true;
  for (const step of $('stages').querySelectorAll('li')) {
    const now = step.dataset.stage === stage;
    if (now) done = false;
    step.className = done ? 'done' : '';
    if (now) step.setAttribute('aria-current', 'step');
    else step.removeAttribute('aria-current');
  }
  const words = key ? t('stage.now', { stage: t(key) }) : '';
  if ($('stage-now').textContent !== words) $('stage-now').textContent = words;
}
