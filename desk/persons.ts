/** What tells one person from another in a list: role, number, last words. Read when she has written, not at each look. */
import { pictureOf } from '../bots/picture.ts';
import type { Lang, Renderer } from '../locales/render.ts';
import { StoreDamaged } from '../store/errors.ts';
import type { Conversation, ConversationId } from '../store/ports.ts';
import { textOf } from './lines.ts';
import { masked, maskedNames } from './shown.ts';
import type { DeskDeps } from './web/visit.ts';

interface Told {
  readonly role: string;
  readonly phone: string;
  /** What happened, as it was reported. */
  readonly what: string;
  /** Of those who were hurt. */
  readonly names: string;
  /** Her last lines, the latest first. */
  readonly words: readonly string[];
  /** What is stored of her cannot be read any more. */
  readonly damaged?: true;
}
export interface Persons {
  /** `mark` changes when she has written. */
  get(id: ConversationId, mark: number): Promise<Told>;
}

const MOST = 500;
/** Milliseconds: what was erased or corrected meanwhile is not shown for longer. */
const LIFE = 30_000;
const LINES = 12;
const CHARACTERS = 20;
const NOTHING: Told = { role: '', phone: '', what: '', names: '', words: [] };
const DAMAGED: Told = { ...NOTHING, damaged: true };

export function createPersons(deps: Pick<DeskDeps, 'store' | 'flows' | 'now'>): Persons {
  const kept = new Map<string, { readonly mark: string; readonly told: Promise<Told> }>();
  return {
    get: (id, mark) => {
      const now = `${mark} ${Math.floor(deps.now() / LIFE)}`;
      const held = kept.get(id);
      if (held?.mark === now) return held.told;
      if (kept.size >= MOST) kept.clear();
      const told = read(deps, id).catch(unlessDamaged);
      kept.set(id, { mark: now, told });
      // A failure is told to whoever asked, and not kept.
      told.catch(() => kept.delete(id));
      return told;
    },
  };
}

/** One broken record must not hide everybody else who waits. */
function unlessDamaged(error: unknown): Told {
  if (error instanceof StoreDamaged) return DAMAGED;
  throw error;
}

async function read(deps: Pick<DeskDeps, 'store' | 'flows'>, id: ConversationId): Promise<Told> {
  const conversation = await deps.store.conversation(id);
  if (!conversation) return NOTHING;
  const [{ facts }, words] = await Promise.all([pictureOf(deps, conversation), wordsOf(deps, conversation)]);
  const fact = (name: string): string => {
    const answer = facts.find(({ field }) => field === name)?.answer;
    return typeof answer === 'string' ? answer : '';
  };
  return {
    ...{ role: fact('report.role'), phone: fact('report.phone'), what: fact('report.what') },
    ...{ names: fact('details.patientNames'), words },
  };
}

async function wordsOf({ store }: Pick<DeskDeps, 'store'>, { id, lastSeq }: Conversation): Promise<string[]> {
  const rows = await store.transcript(id, Math.max(0, lastSeq - LINES), LINES);
  return (
    rows
      .filter(({ direction }) => direction === 'user')
      .map(({ payload }) => textOf(payload))
      // A one-time code is nobody's business here, and tells nothing of her.
      .filter((text) => text !== '' && !/^[\d\uFF10-\uFF19 ]{4,8}$/.test(text))
      .reverse()
  );
}

/** As a row shows it, masked. The button that asked for a colleague says nothing of her where she has said more. */
export function shownPerson(
  renderer: Renderer,
  lang: Lang,
  { role, phone, names, words, damaged }: Omit<Told, 'what'>,
) {
  if (damaged) return { person: renderer.sentence(lang, 'desk.queue.damaged'), said: '' };
  const buttons = (['zh-CN', 'en'] as const).map((one) => renderer.sentence(one, 'quick.human'));
  const said = masked(words.find((text) => !buttons.includes(text.trim())) ?? words[0] ?? '');
  const who = [
    names && renderer.sentence(lang, 'desk.queue.injured', { names: maskedNames(names) }),
    role && renderer.show(lang, { kind: 'choice.role', answer: role }),
    phone && masked(renderer.show(lang, { kind: 'phone', answer: phone })),
  ];
  const characters = [...said];
  return {
    person: who.filter((part) => part !== '').join(' · '),
    said: characters.length > CHARACTERS ? `${characters.slice(0, CHARACTERS).join('')}…` : said,
  };
}
