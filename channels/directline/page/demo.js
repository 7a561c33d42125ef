import { $, button, el } from './dom.js';
import { closeDialogs, go } from './views.js';
import { t } from './words.js';

/** @typedef {import('./types.d.ts').DemoClaim} DemoClaim */

/** How often and how long the message is looked for, ms: it leaves with the answer of the bot. */
const EACH = 500;
const AT_MOST = 30_000;

/** @type {Record<string, string>} */
const LABELS = {
  inHospital: 'demo.inHospital',
  papersMissing: 'demo.papersMissing',
  overdue: 'demo.overdue',
  settlement: 'demo.settlement',
};

/**
 * Claims of people who do not exist, to try things out with.
 * @param {readonly DemoClaim[]} claims
 * @param {(text: string) => Promise<unknown>} say
 */
export function drawDemo(claims, say) {
  const draw = (/** @type {DemoClaim} */ claim) =>
    button(t(LABELS[claim.about] ?? 'demo.open'), () => tryAs(claim, say), 'choice');
  $('demo-claims').replaceChildren(...claims.map(draw));
}

/**
 * @param {DemoClaim} claim
 * @param {(text: string) => Promise<unknown>} say
 */
async function tryAs({ phone }, say) {
  closeDialogs();
  go('chat');
  const before = await messageTo(phone);
  await say(t('demo.say', { phone }));
  for (let waited = 0; waited < AT_MOST; waited += EACH) {
    const message = await messageTo(phone);
    if (message.key && message.key !== before.key) return show(String(message.text), say);
    await new Promise((resolve) => setTimeout(resolve, EACH));
  }
}

/**
 * @param {string} phone
 * @returns {Promise<{key?: string, text?: string}>}
 */
async function messageTo(phone) {
  const answer = await fetch(`/demo/message?to=${phone}`).catch(() => undefined);
  return answer?.ok ? answer.json() : {};
}

/**
 * The message as the phone would show it, and one tap for its code.
 * @param {string} text
 * @param {(text: string) => Promise<unknown>} say
 */
function show(text, say) {
  const code = /\d{6}/.exec(text)?.[0] ?? '';
  const line = $('demo-message');
  const use = button(t('demo.use', { code }), () => {
    line.hidden = true;
    return say(code);
  });
  line.replaceChildren(el('span', {}, t('demo.message', { text })), use);
  line.hidden = false;
}
