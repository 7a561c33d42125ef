/** What waits for a second colleague: one of each thing, decided once, and for nobody but colleagues. */
import { expect } from 'chai';
import { claimView } from '../../api/views.ts';
import { type ClaimFacts, fold } from '../../claims/fold.ts';
import { viewerAs } from '../../claims/identity/parties.ts';
import { waitingSince } from '../../claims/proposals.ts';
import { sectionsOf } from '../../claims/sections.ts';
import { earOf } from '../../claims/telling/ears.ts';
import { happened } from '../../claims/telling/happened.ts';
import { visible } from '../../claims/visible.ts';
import type { ClaimEvent, ClaimId, JsonObject, PersonId } from '../../store/ports.ts';

let made = 0;
const event = (type: ClaimEvent['type'], data: JsonObject, id = `e${made++}`): ClaimEvent => ({
  ...{ id, claim: 'c1' as ClaimId, type, v: 1, at: made, by: 'adjuster', via: 'desk:a1', data },
});
const settlement = (victim: string) => ({ settlement: { victim, note: 'SECRET' } });
const proposed = (id: string, what: JsonObject, type = 'settlement') =>
  event('proposed', { account: 'a1', who: 'SECRET-WHO', type, what }, id);
const closed = (proposal: string, how: string) => event('proposalClosed', { proposal, how, account: 'a2', who: 'b' });
const states = ({ proposals = [] }: ClaimFacts) => proposals.map(({ id, state }) => `${id} ${state}`);

describe('proposals', () => {
  it('a newer one about the same person takes the place of the old one; others stand beside it', () => {
    const other = proposed('p3', { advance: 'x1', amount: '1.00' }, 'advance');
    const facts = fold([
      ...[proposed('p1', settlement('v1')), proposed('p2', settlement('v2')), other],
      proposed('p4', settlement('v1')),
    ]);
    expect(states(facts)).to.deep.equal(['p2 open', 'p3 open', 'p4 open']);
  });

  it('is released or returned; what is withdrawn is gone; what is decided elsewhere is overtaken', () => {
    const p = proposed('p1', settlement('v1'));
    expect(states(fold([p, closed('p1', 'released'), event('settled', settlement('v1'))]))).to.deep.equal([
      'p1 released',
    ]);
    expect(states(fold([p, closed('p1', 'returned')]))).to.deep.equal(['p1 returned']);
    expect(states(fold([p, closed('p1', 'withdrawn')]))).to.deep.equal([]);
    expect(states(fold([p, event('settled', settlement('v1'))]))).to.deep.equal(['p1 overtaken']);
    expect(states(fold([p, event('settled', settlement('v2'))]))).to.deep.equal(['p1 open']);
    expect(states(fold([p, closed('p9', 'released')]))).to.deep.equal(['p1 open']);
  });

  it('waits since the first that is open or has gone back', () => {
    const [first, second] = [proposed('p1', settlement('v1')), proposed('p2', settlement('v2'))];
    const since = (...events: readonly ClaimEvent[]) => waitingSince(fold(events).proposals ?? []);
    expect(since(first, second)).to.equal(first.at);
    expect(since(first, second, closed('p1', 'returned'))).to.equal(first.at);
    expect(since(first, second, closed('p1', 'released'))).to.equal(second.at);
    expect(since(first, closed('p1', 'released'))).to.equal(null);
  });

  it('is seen by nobody who takes part, told to nobody, and no part of what the claim system reads', () => {
    const parties = ['insured', 'driver', 'injured'].map((role) => ({ id: role, role, name: 'x' }));
    const registered = event('registered', { number: 'N', parties, policies: [] });
    const facts = fold([registered, proposed('p1', settlement('injured')), closed('p1', 'returned')]);
    const news = [proposed('p2', settlement('injured')), closed('p2', 'returned')];
    for (const name of ['insured', 'driver', 'injured:injured', 'adjuster']) {
      const viewer = viewerAs(facts, name);
      if (!viewer) throw new Error(`${name} takes part`);
      expect(JSON.stringify(visible(viewer, sectionsOf(facts), 1)), name).to.not.include('SECRET');
      const who = { viewers: [viewer], reporter: true, person: 'p' as PersonId, fresh: true, door: true };
      expect(happened(facts, news, earOf(facts, who, 1)), name).to.deep.equal([]);
    }
    expect(JSON.stringify(claimView(facts, 1))).to.not.include('SECRET');
  });
});
