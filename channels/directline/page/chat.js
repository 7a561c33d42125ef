import { drawOffer } from './answers.js';
import { camera, gallery, notice, sharePlace, wireAttach } from './attach.js';
import { fitInput, wireComposer } from './composer.js';
import { $ } from './dom.js';
import { Link } from './link.js';
import { clearLog, drawLog, read, wireLog } from './log.js';
import { pieces } from './pieces.js';
import { language } from './settings.js';
import { showStage } from './stages.js';
import { current, go } from './views.js';
import { t } from './words.js';

/** How long a broken line is kept quiet about, ms: most come back at once. */
const QUIET = 2_000;

let offered = 'nothing yet';
let painting = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let quiet;

/** The conversation of this page. */
export const link = new Link({
  change: paint,
  complete: () => $('log').setAttribute('aria-busy', 'false'),
  online,
  typing: (yes) => {
    $('typing').hidden = !yes;
  },
});

/**
 * @param {string} text
 * @param {import('./types.d.ts').About} [about]
 */
export function say(text, about) {
  notice('');
  return link.send({ kind: 'message', text, ...(about ? { about } : {}) });
}

/**
 * What was written: too long for one message, it goes in several, in order.
 * @param {string} text
 */
async function sayAll(text) {
  const parts = pieces(text);
  for (const part of parts) await say(part);
  if (parts.length > 1) notice(t('say.pieces', { n: parts.length }));
}

/** @param {boolean} yes */
function online(yes) {
  clearTimeout(quiet);
  if (yes) $('offline').hidden = true;
  else quiet = setTimeout(showOffline, navigator.onLine ? QUIET : 0);
}

function showOffline() {
  $('offline').hidden = false;
}

/** Draws at the next frame, however much has changed by then. */
function paint() {
  if (painting) return;
  painting = true;
  requestAnimationFrame(() => {
    painting = false;
    const scene = link.talk.scene();
    const openCard = () => go('card');
    showOffer(scene.offer);
    showStage(scene.stage);
    drawLog(scene.lines, language(), { say, retry: (id) => link.retry(id), drop: (id) => link.drop(id), openCard });
  });
}

/** @param {import('./types.d.ts').Offer | null} offer */
function showOffer(offer) {
  const key = offer ? `${offer.key} ${language()}` : '';
  if (key === offered) return;
  offered = key;
  const dock = $('answers');
  const hadFocus = dock.contains(document.activeElement);
  // A second tap in the same moment must not answer twice.
  const sayOnce = (/** @type {string} */ text) => {
    dock.inert = true;
    return say(text);
  };
  const ways = { say: sayOnce, sharePlace: () => sharePlace((draft) => link.send(draft)), camera, gallery };
  dock.replaceChildren(...(offer ? drawOffer(offer, ways) : []));
  dock.hidden = !dock.firstChild;
  dock.inert = false;
  dock.scrollTop = 0;
  if (hadFocus) $('log').focus({ preventScroll: true });
  fitInput(offer?.input ?? '');
}

/** Draws everything anew in the page's language, and tells the bot. */
async function changeLanguage() {
  clearLog();
  offered = 'nothing yet';
  paint();
  if (link.connected) await link.tellLanguage();
}

/** Looks at once when the network or the person comes back. */
function comeBack() {
  if (!document.hidden && navigator.onLine && link.connected) link.check();
}

function enter() {
  if (current() !== 'chat') return;
  link.begin();
  read();
}

wireLog();
wireComposer(sayAll);
wireAttach((draft) => link.send(draft));
addEventListener('online', comeBack);
addEventListener('offline', showOffline);
document.addEventListener('visibilitychange', comeBack);
document.addEventListener('lipei:language', changeLanguage);
document.addEventListener('lipei:view', enter);
if (!navigator.onLine) showOffline();
enter();
