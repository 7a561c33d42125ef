/** What colleagues have passed on to her and she has not answered yet: at the top of every page of hers. */
import { heldBy } from '../handing.ts';
import { shownPerson } from '../persons.ts';
import { type Answer, type Colleague, type Desk, page } from '../web/visit.ts';

/** GET /workbench/passed */
export async function passed(desk: Desk, { me, lang, req }: Colleague): Promise<Answer> {
  const hers = await heldBy(desk, me.account.id);
  const fresh = hers.filter(({ data, lastAdjusterAt }) => data.passed && lastAdjusterAt === null);
  const at = String(req.headers['hx-current-url'] ?? '').split(/[?#]/)[0] ?? '';
  const lines = fresh.map(async ({ id, conversation, lastPersonAt, data }) => ({
    // Passed on again, it is heard again.
    key: `${id}:${data.passed}`,
    id: conversation,
    // There it stands beside the words already; it is heard all the same.
    here: at.endsWith(`/c/${conversation}`),
    ...shownPerson(desk.renderer, lang, await desk.persons.get(conversation, lastPersonAt ?? 0)),
    from: String(data.from ?? ''),
    note: String(data.note ?? ''),
  }));
  return page('passed', { passed: await Promise.all(lines) });
}
