/** A request for money before the settlement is opened or decided; an approval above the limit waits for a second colleague. */
import { wallClock } from '../../claims/clocks/days.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import { parseYuan, sumFen } from '../../claims/money.ts';
import { refusalsOf } from '../../claims/recording/record.ts';
import type { Refused } from '../../claims/recording/types.ts';
import type { JsonObject } from '../../store/ports.ts';
import { yuanOf } from '../settlement/read.ts';
import { type Answer, type Colleague, type Desk, go } from '../web/visit.ts';
import { isKept, type Judged, keepEvents, onceOf } from './commit.ts';
import { claimAnswer } from './page.ts';
import { seenClaim } from './see.ts';

/** POST /workbench/k/:claim/advance */
export async function decideAdvance(desk: Desk, visit: Colleague): Promise<Answer> {
  const found = await seenClaim(desk, visit);
  const { account } = visit.me;
  const once = onceOf(found.id, account, `advance ${visit.form.get('key') ?? ''}`);
  const path = `/workbench/k/${found.id}`;
  if (await isKept(desk, found.id, once)) return go(`${path}#advances`);
  const wish = { type: 'advance', data: wishOf(desk, visit, found.facts, once) } as const;
  let proposes = isAbove(desk, found.facts, wish.data);
  await desk.trail.note(account.id, proposes ? 'advance.propose' : 'advance.record', found.id);
  const judge = ({ facts }: { readonly facts: ClaimFacts }): Judged<Pick<Refused, 'detail'> & { why: string }> => {
    if (!desk.fits('advance', wish.data)) return { no: { why: 'invalid' } };
    const [refused] = refusalsOf(facts, wish, { now: desk.now(), law: desk.clocks.law });
    if (refused) return { no: refused };
    proposes = isAbove(desk, facts, wish.data);
    if (!proposes) return { events: [{ id: once, type: 'advanceChanged', data: wish.data }] };
    const proposal = { account: account.id, who: account.name, type: 'advance', what: wish.data };
    return { events: [{ id: once, type: 'proposed', data: proposal }] };
  };
  const no = await keepEvents(desk, account, found, judge, once);
  if (no === undefined) return go(`${path}${proposes ? '?done=proposed' : ''}#advances`);
  const { why, detail = '' } = no === 'alreadyHere' ? { why: no } : no;
  return claimAnswer(desk, visit, found, { why, detail });
}

/** Its fields as they are; whose it is and which way stays as it was asked. */
function wishOf(desk: Desk, { form }: Colleague, { advances = [] }: ClaimFacts, once: string): JsonObject {
  const text = (name: string): string => (form.get(name) ?? '').trim();
  const known = advances.find(({ advance }) => advance === text('advance'));
  const documents = [...new Set(form.getAll('documents'))];
  const more = { amount: yuanOf(text('amount')), why: text('why'), hospital: text('hospital') };
  return {
    advance: known?.advance ?? `d-${once.slice(0, 12)}`,
    ...{ change: text('change'), at: wallClock(desk.now()) },
    ...(known ? { person: known.person, route: known.route } : { person: text('person'), route: text('route') }),
    ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== '')),
    ...(documents.length > 0 ? { documents } : {}),
  };
}

/** With all that was approved for the same person: an amount does not become smaller by being approved in parts. */
function isAbove(
  { releaseAbove }: Pick<Desk, 'releaseAbove'>,
  { advances = [] }: ClaimFacts,
  wish: JsonObject,
): boolean {
  const { advance, change, person, amount } = wish;
  if (change !== 'approved' || !/^\d+\.\d\d$/.test(String(amount))) return false;
  const others = advances.filter((one) => one.person === person && one.advance !== advance && one.state !== 'refused');
  const before = sumFen(others.map(({ approved = 0 }) => BigInt(approved)));
  return before + parseYuan(String(amount)) > parseYuan(String(releaseAbove.advance));
}
