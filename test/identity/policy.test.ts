import { expect } from 'chai';
import fc from 'fast-check';
import { CODE_POLICY } from '../../bots/identity/figures.ts';
import { type ClaimFacts, fold } from '../../claims/fold.ts';
import { lookupsOf } from '../../claims/identity/lookups.ts';
import { meant, plainPhone, reachableOf, viewerOf } from '../../claims/identity/parties.ts';
import {
  fullUntil,
  isFresh,
  keptAlive,
  lately,
  NOBODY,
  notYet,
  standing,
  withGrants,
} from '../../claims/identity/policy.ts';
import type { Grant, Identity } from '../../claims/identity/types.ts';
import type { ClaimId } from '../../store/ports.ts';
import { PARTIES, T0 } from './rig.ts';

const minute = 60_000;
const steps = fc.array(fc.integer({ min: 0, max: 40 * minute }), { maxLength: 60 });
const grant = (over: Partial<Grant> = {}): Grant => ({
  ...{ claim: 'c1' as ClaimId, party: 'v1', role: 'injured', phone: '13800000002', by: 'code' },
  ...{ verifiedAt: T0, lastSeenAt: T0, ...over },
});

describe('asking for codes, whoever asks when', () => {
  it('is never allowed twice in a minute, six times in an hour, or while it is locked; a refusal says truly until when', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 60 * minute }), (waits, locked) => {
        let identity: Identity = { ...NOBODY, lockedUntil: T0 + locked };
        const asked: number[] = [];
        let at = T0;
        for (const wait of waits) {
          at += wait;
          const refused = notYet(identity, at, CODE_POLICY);
          if (refused) {
            const until = refused.kind === 'tooSoon' ? refused.resendAt : refused.until;
            expect(until).to.be.above(at);
            expect(notYet(identity, until, CODE_POLICY)?.kind).not.to.equal(refused.kind);
            expect(notYet(identity, until - 1, CODE_POLICY)).not.to.equal(undefined);
            continue;
          }
          asked.push(at);
          identity = { ...identity, asked: [...lately(identity.asked, at, CODE_POLICY.perConversation), at] };
        }
        for (const [i, one] of asked.entries()) {
          expect(one).to.be.at.least(T0 + locked);
          const next = asked[i + 1];
          if (next !== undefined) expect(next - one).to.be.at.least(CODE_POLICY.resendAfter);
          const sixth = asked[i + CODE_POLICY.perConversation.most];
          if (sixth !== undefined) expect(sixth - one).to.be.at.least(CODE_POLICY.perConversation.within);
        }
      }),
    );
  });

  it('has room again when the oldest of the last five is a day old', () => {
    expect(fullUntil([1, 2, 3, 4], { most: 5, within: 100 })).to.equal(undefined);
    expect(fullUntil([1, 2, 3, 4, 5], { most: 5, within: 100 })).to.equal(101);
    expect(fullUntil([1, 2, 3, 4, 5, 6], { most: 5, within: 100 })).to.equal(102);
  });
});

describe('what a code has opened', () => {
  it('is fresh only within a quarter of an hour of a word, each of which came within as long of the one before', () => {
    fc.assert(
      fc.property(steps, (waits) => {
        let grants: readonly Grant[] = [grant()];
        let at = T0;
        let alive = true;
        for (const wait of waits) {
          at += wait;
          if (wait >= CODE_POLICY.freshFor) alive = false;
          expect(grants.some((one) => isFresh(one, at, CODE_POLICY))).to.equal(alive);
          grants = keptAlive(grants, at, CODE_POLICY);
        }
      }),
    );
  });

  it('stands no longer than half an hour after the last word that kept it alive, and never comes back', () => {
    fc.assert(
      fc.property(steps, (waits) => {
        let identity: Identity = { ...NOBODY, grants: [grant()] };
        let at = T0;
        let gone = false;
        for (const wait of waits) {
          at += wait;
          const before = identity.grants[0]?.lastSeenAt ?? 0;
          const grants = standing(identity, at, null, CODE_POLICY);
          gone ||= at - before >= CODE_POLICY.standsFor;
          expect(grants.length).to.equal(gone ? 0 : 1);
          identity = { ...identity, grants: keptAlive(grants, at, CODE_POLICY) };
        }
      }),
    );
  });

  it('is not fresh because a clock went back', () => {
    const [kept] = keptAlive([grant()], T0 - minute, CODE_POLICY);
    expect(kept?.lastSeenAt).to.equal(T0);
  });

  it('is one grant a claim, the last', () => {
    const other = grant({ claim: 'c2' as ClaimId });
    expect(withGrants([grant(), other], [grant({ party: 'p1' })])).to.deep.equal([other, grant({ party: 'p1' })]);
  });
});

describe('whom of a claim somebody means', () => {
  const facts = { report: { phone: '13700000001' }, registered: { number: 'N', parties: PARTIES, policies: [] } };
  const people = reachableOf(facts);
  const found = (by: Parameters<typeof meant>[1]) => meant(people, by).map(({ party }) => party);

  it('is who has that phone, or whose phone or ID ends like that', () => {
    expect(found({ phone: '13800000002' })).to.deep.equal(['v1']);
    expect(found({ ending: '123X' })).to.deep.equal(['v1']);
    expect(found({ ending: '0003' })).to.deep.equal(['v2']);
    expect(found({ phone: '13700000001' })).to.deep.equal(['@reporter']);
    // The phone says more than the ending.
    expect(found({ phone: '13800000003', ending: '123X' })).to.deep.equal(['v2']);
  });

  it('is nobody where nothing is named, or nobody has it', () => {
    for (const by of [{}, { ending: '' }, { phone: '' }, { phone: '13999999999' }, { ending: '9999' }])
      expect(found(by), JSON.stringify(by)).to.deep.equal([]);
  });

  it('is one normal form of a phone, however the insurer writes it', () => {
    for (const phone of ['13800000002', '138-0000-0002', '+8613800000002', '008613800000002', '+86-138-0000-0002'])
      expect(plainPhone(phone), phone).to.equal('13800000002');
    expect(plainPhone('+4915112345678')).to.equal('+4915112345678');
    expect(plainPhone('021-12345678')).to.equal('021-12345678');
  });

  it('is found by all plates and phones of the report and of the insurer, each once', () => {
    const registered = {
      ...{ number: 'N', parties: PARTIES.slice(0, 2) },
      policies: [{ number: 'P', kind: 'commercial', plate: '沪a·12345' } as const],
    };
    const report = { phone: '13800000001', ownPlate: '沪A12345', other: { kind: 'car', plate: '沪B12345' } };
    expect(lookupsOf({ report, registered })).to.deep.equal({
      plates: ['沪A12345', '沪B12345'],
      phones: ['13800000001', '13800000002'],
    });
    expect(lookupsOf({ report: {} })).to.deep.equal({ plates: [], phones: [] });
  });
});

describe('as whom somebody sees a claim', () => {
  const facts = (over: Partial<ClaimFacts> = {}): ClaimFacts => ({
    ...fold([]),
    registered: {
      number: 'N',
      parties: [...PARTIES, { id: 'h1', role: 'heir', name: '示例庚', phone: '13800000005', of: 'v2' }],
      policies: [],
    },
    ...over,
  });

  it('is the role that the insurer gives, of the person whom it concerns', () => {
    const seen = (over: Partial<Grant>) => viewerOf(grant(over), facts());
    expect(seen({})).to.deep.equal({ role: 'injured', person: 'v1' });
    expect(seen({ party: 'p1', role: 'insured', phone: '13800000001' })).to.deep.equal({ role: 'insured' });
    expect(seen({ party: 'h1', role: 'heir', phone: '13800000005' })).to.deep.equal({ role: 'heir', person: 'v2' });
    expect(seen({ party: 'a1', role: 'agent', phone: '13800000004' })).to.deep.equal({ role: 'agent' });
  });

  it('is nobody with another phone, role or party than the claim has', () => {
    const seen = (over: Partial<Grant>) => viewerOf(grant(over), facts());
    for (const over of [{ phone: '13800000009' }, { role: 'insured' }, { party: 'v2' }, { party: 'x' }] as const)
      expect(seen(over), JSON.stringify(over)).to.equal(undefined);
  });
});
