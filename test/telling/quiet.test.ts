import { expect } from 'chai';
import fc from 'fast-check';
import { isZone, quietUntil } from '../../claims/telling/quiet.ts';

const NIGHT = { from: '22:00', until: '08:00' };
const until = (at: string, zone?: string, hours = NIGHT): string | undefined => {
  const end = quietUntil(Date.parse(at), hours, zone);
  return end === undefined ? undefined : new Date(end).toISOString();
};
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];

describe('quiet hours', () => {
  it('go from ten at night to eight in the morning, in China where nothing else is known', () => {
    expect(until('2026-11-24T21:59:59+08:00')).to.equal(undefined);
    expect(until('2026-11-24T22:00:00+08:00')).to.equal('2026-11-25T00:00:00.000Z');
    expect(until('2026-11-25T03:12:34+08:00')).to.equal('2026-11-25T00:00:00.000Z');
    expect(until('2026-11-25T08:00:00+08:00')).to.equal(undefined);
    expect(until('2026-11-25T03:12:34+08:00', 'Nowhere/Land'), 'a zone that nobody knows').to.equal(
      '2026-11-25T00:00:00.000Z',
    );
  });

  it('end at eight on a night on which the clocks are changed', () => {
    expect(until('2026-03-08T00:30:00-05:00', 'America/New_York')).to.equal('2026-03-08T12:00:00.000Z');
    expect(until('2026-11-01T00:30:00-04:00', 'America/New_York')).to.equal('2026-11-01T13:00:00.000Z');
  });

  it('may lie within one day', () => {
    const noon = { from: '12:00', until: '14:00' };
    expect(until('2026-11-24T13:00:00+08:00', undefined, noon)).to.equal('2026-11-24T06:00:00.000Z');
    expect(until('2026-11-24T14:00:00+08:00', undefined, noon)).to.equal(undefined);
  });

  it('end in the future, at a time that is not quiet, wherever and whenever', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') }),
        (zone, at) => {
          const end = quietUntil(at, NIGHT, zone);
          if (end === undefined) return;
          expect(end).to.be.above(at);
          expect(end - at).to.be.at.most(11 * 3_600_000);
          expect(quietUntil(end, NIGHT, zone)).to.equal(undefined);
          expect(quietUntil(end - 60_000, NIGHT, zone)).to.equal(end);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('knows zones from what clients may say', () => {
    expect(['Asia/Shanghai', 'x', '', '../etc', 'Asia/Shanghai\n'].map(isZone)).to.deep.equal([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
