/** Who looked at what and changed what. */
import { when } from '../shown.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';

const MOST = 100;

export async function audit(desk: Desk, { me, query, lang }: Colleague): Promise<Answer> {
  const { store, trail, now, renderer } = desk;
  const subject = (query.get('subject') ?? '').slice(0, 100);
  const before = Number(query.get('before')) || Number.MAX_SAFE_INTEGER;
  await trail.note(me.account.id, 'audit.seen', subject || 'all');
  const names = new Map((await store.accounts()).map(({ id, name, login }) => [id as string, name || login]));
  const acts = await store.acts({ before, limit: MOST, ...(subject ? { subject } : {}) });
  const rows = acts.map(({ at, who, what, subject: about, data }) => ({
    ...{
      at: when(at, now()),
      who: names.get(who) ?? who,
      what: renderer.sentence(lang, `desk.did.${what.replace('.', '_')}`),
      subject: about,
      about: names.get(about) ?? about,
    },
    data: Object.entries(data)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join(' · '),
  }));
  const last = acts.at(-1);
  return page('audit', { rows, subject, older: acts.length === MOST && last ? last.at : null });
}
