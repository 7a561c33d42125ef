import { expect } from 'chai';
import fc from 'fast-check';
import { contactOf, median, pressure } from '../../claims/contact.ts';
import { fold } from '../../claims/fold.ts';
import type { ClaimEvent, ClaimId, ConversationId } from '../../store/ports.ts';

const AT = Date.parse('2026-11-24T10:00:00+08:00');
const minute = 60_000;
const K = 'k' as ConversationId;
const event = (type: ClaimEvent['type'], data: ClaimEvent['data'], at = AT): ClaimEvent => ({
  ...{ id: `${type}${at}`, claim: 'c' as ClaimId, type, v: 1, at, by: 'system', via: 'directline', data },
});
const REPORTED = event('reported', { number: 'R1', report: { dead: 1, injured: [] } });
const PROMISED = event('promiseMade', {
  ...{ what: 'firstContact', who: '', from: '2026-11-24T10:00:00+08:00', by: '2026-11-24T11:00:00+08:00' },
});
const given = (to: string | null, at = AT): ClaimEvent =>
  event('assigned', { to, name: to ?? '', branch: 'hunan', lang: 'en' }, at);

describe('the first contact of a report', () => {
  it('is due when it was promised, to whom the report was given last', () => {
    const facts = fold([REPORTED, PROMISED, given('wang'), given('li', AT + minute)]);
    expect(contactOf(facts, K)).to.deep.equal({
      ...{ conversation: 'k', branch: 'hunan', lang: 'en', severity: 'death', reportedAt: AT, from: AT },
      ...{ due: AT + 60 * minute, assignee: 'li', assignedAt: AT + minute, contactedAt: null },
    });
  });

  it('is made once: what comes later does not count', () => {
    const spoke = (at: number): ClaimEvent => event('contacted', { how: 'said', by: 'li', who: '李' }, at);
    const facts = fold([REPORTED, PROMISED, given(null), spoke(AT + 5), spoke(AT + 9)]);
    expect(contactOf(facts, K)).to.include({ assignee: null, contactedAt: AT + 5 });
  });

  it('is unknown of a report of before', () => {
    expect(contactOf(fold([REPORTED, PROMISED]), K)).to.equal(undefined);
    expect(contactOf(fold([REPORTED, given('wang')]), K)).to.equal(undefined);
  });

  it('presses from four fifths of its time on, and is over when it is due', () => {
    const times = { from: 0, due: 100 };
    const at = (now: number): string => pressure(times, now, 80);
    expect([0, 79, 80, 99, 100, 500].map(at)).to.deep.equal(['calm', 'calm', 'soon', 'soon', 'over', 'over']);
    expect(pressure({ from: 10, due: 10 }, 10, 80), 'due at once').to.equal('over');
  });

  it('never grows calmer with time', () => {
    const rank = { calm: 0, soon: 1, over: 2 };
    const numbers = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat());
    fc.assert(
      fc.property(numbers, ([from, length, a, b]) => {
        const times = { from, due: from + length };
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        expect(rank[pressure(times, early, 80)]).to.be.at.most(rank[pressure(times, late, 80)]);
      }),
    );
  });

  it('took as long as the middle one of the last', () => {
    expect(median([])).to.equal(undefined);
    expect(median([7])).to.equal(7);
    expect(median([9, 1, 100])).to.equal(9);
    expect(median([4, 1, 9, 2])).to.equal(2);
  });
});
