import { $, $as } from './dom.js';
import { recall, remember } from './settings.js';
import { t } from './words.js';

/**
 * Keyboard and example for each kind of input; '' for an ordinary keyboard.
 * @type {Record<string, [keyboard: string, example: string, complete?: string]>}
 */
const KINDS = {
  choice: ['', 'say.choice'],
  time: ['', 'say.time'],
  place: ['', 'say.place'],
  phone: ['tel', 'say.phone', 'tel'],
  plate: ['', 'say.plate'],
  number: ['numeric', 'say.number'],
  name: ['', 'say.name', 'name'],
  photo: ['', 'say.photo'],
  idNumber: ['', 'say.idNumber'],
  money: ['decimal', 'say.money'],
};
/** Plates and id numbers have capital letters. */
const CAPITAL = ['plate', 'idNumber'];

let keyboard = '';
let input = 'none yet';

const box = () => $as('say-text', HTMLTextAreaElement);

/**
 * Wires the box, its send button and its keyboard switch.
 * @param {(text: string) => void} say
 */
export function wireComposer(say) {
  const send = () => {
    const text = box().value.trim();
    if (!text) return;
    clearDraft();
    say(text);
  };
  $('say-send').addEventListener('click', () => {
    send();
    box().focus();
  });
  let shift = false;
  box().addEventListener('keydown', (e) => {
    shift = e.shiftKey;
  });
  // Not keydown: while an input method composes Chinese, Enter only takes its suggestion and no line break is coming.
  box().addEventListener('beforeinput', (e) => {
    if (e.inputType !== 'insertLineBreak' || shift || e.isComposing) return;
    e.preventDefault();
    send();
  });
  box().addEventListener('input', () => {
    grow();
    remember('draft', box().value);
  });
  // What was begun on an earlier visit, unless somebody has written before all this was here.
  box().value ||= recall('draft');
  // A box that is not shown has no height to fit.
  document.addEventListener('lipei:view', grow);
  $('say-keyboard').addEventListener('click', switchKeyboard);
}

/** Empties the box; what was in it is kept no longer. */
export function clearDraft() {
  box().value = '';
  remember('draft', '');
  grow();
}

/** The box is as high as its words, up to a few lines. */
function grow() {
  const node = box();
  node.style.height = 'auto';
  node.style.height = `${Math.min(node.scrollHeight, 160)}px`;
}

/** Digits are quick to type, but “不知道” must be possible too. */
function switchKeyboard() {
  box().inputMode = box().inputMode === keyboard ? 'text' : keyboard;
  nameSwitch();
  box().focus();
}

/** The switch is named after what it leads to. */
function nameSwitch() {
  $('say-keyboard').textContent = t(box().inputMode === 'text' ? 'say.digits' : 'say.words');
}

/**
 * Fits keyboard and example to what is asked.
 * @param {string} kind `channelData.input`
 */
export function fitInput(kind) {
  const [mode, example, complete] = KINDS[kind] ?? ['', 'say.text'];
  box().placeholder = t(example);
  if (kind !== input) {
    input = kind;
    box().dataset.input = kind;
    keyboard = mode;
    box().inputMode = mode || 'text';
    box().autocomplete = /** @type {AutoFill} */ (complete ?? 'off');
    box().autocapitalize = CAPITAL.includes(kind) ? 'characters' : 'off';
    $('say-keyboard').hidden = mode === '';
  }
  nameSwitch();
  grow();
}
