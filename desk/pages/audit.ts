/** Who looked at what and changed what. */
import { branchName } from '../branches.ts';
import { when } from '../shown.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';
import { labelOf } from './side.ts';

const MOST = 100;
/** Where the words for values of an act stand. */
const VALUES: Readonly<Record<string, string>> = {
  role: 'role',
  reason: 'revealReason',
  field: 'auditField',
  why: 'auditWhy',
  to: 'auditSubject',
};

export async function audit(desk: Desk, { me, query, lang }: Colleague): Promise<Answer> {
  const { store, trail, now, renderer } = desk;
  const subject = (query.get('subject') ?? '').slice(0, 100);
  const before = Number(query.get('before')) || Number.MAX_SAFE_INTEGER;
  await trail.note(me.account.id, 'audit.seen', subject || 'all');
  const names = new Map((await store.accounts()).map(({ id, name, login }) => [id as string, name || login]));
  const acts = await store.acts({ before, limit: MOST, ...(subject ? { subject } : {}) });
  const word = (group: string, key: string, otherwise: string): string =>
    renderer.has(lang, `desk.${group}.${key}`) ? renderer.sentence(lang, `desk.${group}.${key}`) : otherwise;
  const valueWord = (name: string, value: string): string => {
    if (name === 'path') return value.replace(':id', '…');
    if (name === 'field' && value !== 'transcript') return labelOf(desk, lang, value);
    if (name === 'branch') return branchName(desk, value);
    const group = VALUES[name];
    return group === undefined ? value : (names.get(value) ?? word(group, value, value));
  };
  const rows = acts.map(({ at, who, what, subject: about, data }) => ({
    ...{
      at: when(at, now()),
      who: names.get(who) ?? word('auditSubject', who, who),
      what: renderer.sentence(lang, `desk.did.${what.replace('.', '_')}`),
      subject: about,
      about: names.get(about) ?? word('auditSubject', about, about),
    },
    data: Object.entries(data)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${word('auditName', name, name)}: ${valueWord(name, String(value))}`)
      .join(' · '),
  }));
  const last = acts.at(-1);
  return page('audit', { rows, subject, older: acts.length === MOST && last ? last.at : null });
}
