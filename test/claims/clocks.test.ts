import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { afterWorkingDays, kindOf, movedOffHolidays, workingDaysBetween } from '../../claims/clocks/calendar.ts';
import { afterMonths, afterYears, dayAt, dayOf, nameOf } from '../../claims/clocks/days.ts';
import { due } from '../../claims/clocks/due.ts';
import { CLOCKS } from '../../claims/clocks/rules/index.ts';
import type { ClockFacts, ClockReading } from '../../claims/clocks/types.ts';
import { loadCalendar } from '../../law/calendar.ts';
import { loadLaw } from '../../law/load.ts';
import { AT_ONCE, BEYOND_THE_CALENDARS, CLOCK_CASES, type ClockCase } from '../cases/clocks.ts';

const ROOT = join(import.meta.dirname, '../..');
const calendar = loadCalendar(join(ROOT, 'law/calendar'));
const given = { law: loadLaw(join(ROOT, 'law')), calendar };
const noon = (day: string): number => Date.parse(`${day}T12:00:00+08:00`);
const day = (name: string): number => dayOf(name, 'a day');
const next = (name: string): string => nameOf(day(name) + 1);

const ruleOf = (id: string) => {
  const rule = CLOCKS.find((one) => one.id === id);
  if (!rule) throw new Error(`There is no clock ${id}.`);
  return rule;
};
function read(id: string, facts: ClockFacts, now: number): ClockReading {
  const one = due(facts, now, given).find((reading) => reading.clock === id);
  if (!one) throw new Error(`There is no clock ${id}.`);
  return one;
}
const factsOf = ({ clock, starts, facts, also }: ClockCase, ended?: string): ClockFacts => {
  const rule = ruleOf(clock);
  return { ...facts, events: { ...also, [rule.starts]: starts, ...(ended !== undefined && { [rule.ends]: ended }) } };
};

describe('clocks: cases', () => {
  for (const one of CLOCK_CASES.filter(({ due: last }) => last.length === '2025-01-01'.length))
    it(`${one.clock} from ${one.starts} ends with ${one.due}`, () => {
      const onLast = read(one.clock, factsOf(one), noon(one.due));
      expect([onLast.due, onLast.daysLeft, onLast.state]).to.deep.equal([one.due, 0, 'amber']);
      expect(read(one.clock, factsOf(one), noon(next(one.due)))).to.include({ state: 'red', daysLeft: -1 });
      expect(read(one.clock, factsOf(one, one.due), noon(next(one.due))).state).to.equal('met');
      expect(read(one.clock, factsOf(one, next(one.due)), noon(next(one.due))).state).to.equal('metLate');
      expect(onLast.law.status).to.equal('value');
    });

  it('insurer.toldByContract counts hours', () => {
    const one = CLOCK_CASES.find(({ clock }) => clock === 'insurer.toldByContract');
    if (!one) throw new Error('no case');
    const last = Date.parse(one.due);
    const states = [-24 * 3600e3, -9 * 3600e3, 0, 1].map((ms) => read(one.clock, factsOf(one), last + ms).state);
    expect(states).to.deep.equal(['green', 'amber', 'amber', 'red']);
    expect(read(one.clock, factsOf(one), last).due).to.equal(one.due);
    expect(read(one.clock, factsOf(one, '2025-03-03T22:15:01+08:00'), last).state).to.equal('metLate');
    expect(read(one.clock, factsOf(one, '2025-03-03T14:15:00Z'), last).state).to.equal('met');
  });

  for (const id of AT_ONCE)
    it(`${id} is due at once, without a day`, () => {
      const { starts, ends } = ruleOf(id);
      const facts = { events: { [starts]: '2025-03-03' } };
      expect(read(id, facts, noon('2025-03-03'))).to.include({ state: 'atOnce', due: null, daysLeft: null });
      expect(read(id, { events: { ...facts.events, [ends]: '2025-03-03' } }, noon('2025-03-04')).state).to.equal('met');
    });

  it('has a case for every clock', () => {
    const covered = [...CLOCK_CASES.map((one) => one.clock), ...AT_ONCE, BEYOND_THE_CALENDARS.clock];
    expect(CLOCKS.map((one) => one.id).filter((id) => !covered.includes(id))).to.deep.equal([]);
  });

  it('has each clock once', () => expect(new Set(CLOCKS.map((one) => one.id)).size).to.equal(CLOCKS.length));
});

describe('clocks: what holds, replaces and hides a clock', () => {
  it('has not started while nothing happened', () => {
    for (const reading of due({ events: {} }, noon('2025-03-03'), given))
      expect(reading).to.include({ state: 'notStarted', due: null, startedOn: null });
  });

  it('is amber from 80 % on: 24 of 30 days', () => {
    const facts = { events: { firstRequest: '2025-02-10' } }; // ends 2025-03-12
    const state = (on: string) => read('commercial.decision', facts, noon(on)).state;
    expect([state('2025-03-05'), state('2025-03-06')]).to.deep.equal(['green', 'amber']); // day 23, day 24
  });

  it('is amber from 80 % of its working days on: 8 of 10', () => {
    const facts = { events: { sceneInvestigated: '2025-09-26' } };
    const state = (on: string) => read('police.determination', facts, noon(on)).state;
    expect([state('2025-10-12'), state('2025-10-14')]).to.deep.equal(['green', 'amber']); // day 6 (a Sunday), day 8
  });

  it('ends at midnight in China, wherever the server stands', () => {
    const facts = { events: { determinationReceived: '2025-09-30' } };
    const at = (instant: string) => read('review.ask', facts, Date.parse(instant)).state;
    expect([at('2025-10-11T15:59:59Z'), at('2025-10-11T16:00:00Z')]).to.deep.equal(['amber', 'red']);
  });

  it('stands still while papers are being completed, without a last day', () => {
    const facts = { events: { firstRequest: '2025-02-10' }, pauses: [{ kind: 'papers', from: '2025-02-14' }] } as const;
    expect(read('commercial.decision', facts, noon('2025-06-01'))).to.include({ state: 'paused', due: null });
    expect(read('commercial.decision', facts, noon('2025-02-13')).state).to.equal('green');
  });

  it('does not stand still for a pause that begins after the last day', () => {
    const facts = { events: { firstRequest: '2025-02-10' }, pauses: [{ kind: 'papers', from: '2025-03-20' }] } as const;
    expect(read('commercial.decision', facts, noon('2025-03-25')).state).to.equal('red');
  });

  /** Known 2022-05-10, ends 2025-05-10 (moved to 5-12); the last six months begin on 2024-11-11 (民法典 194). */
  describe('limitation stands still only within its last six months', () => {
    const held = (now: string, from: string, to?: string) =>
      read(
        'limitation.injured',
        {
          events: { damageAndDebtorKnown: '2022-05-10' },
          pauses: [{ kind: 'limitation', from, ...(to !== undefined && { to }) }],
        },
        noon(now),
      );

    it('an open hindrance that began before them counts once they have begun', () => {
      for (const now of ['2023-06-01', '2024-09-01'])
        expect(held(now, '2023-01-10')).to.include({ state: 'green', due: '2025-05-12' });
      expect(held('2024-11-10', '2023-01-10')).to.include({ state: 'amber', due: '2025-05-12' });
      expect(held('2024-11-11', '2023-01-10')).to.include({ state: 'paused', due: null, daysLeft: null });
      expect(held('2026-01-01', '2023-01-10')).to.include({ state: 'paused', due: null });
    });

    it('one that is over before them never holds; one that ends in them gives six months from its end', () => {
      expect(held('2023-02-01', '2023-01-10', '2023-03-01')).to.include({ state: 'green', due: '2025-05-12' });
      expect(held('2024-11-10', '2023-01-10', '2024-11-10')).to.include({ state: 'amber', due: '2025-05-12' });
      // 2024-11-20 + 6 months = Tue 2025-05-20.
      expect(held('2024-11-15', '2023-01-10', '2024-11-20')).to.include({ state: 'paused', due: '2025-05-20' });
      expect(held('2025-05-13', '2023-01-10', '2024-11-20')).to.include({ state: 'amber', due: '2025-05-20' });
    });

    it('one that begins when the time is over does not bring it back', () =>
      expect(held('2025-06-01', '2025-05-20')).to.include({ state: 'red', due: '2025-05-12' }));
  });

  it('papers being completed do not hold the compulsory insurer, whose days begin with complete papers', () => {
    const facts = {
      events: { papersComplete: '2025-03-03' },
      pauses: [{ kind: 'papers', from: '2025-03-04' }],
    } as const;
    expect(read('compulsory.decision', facts, noon('2025-03-05')).due).to.equal('2025-03-10'); // 3-8 is a Saturday
  });

  it('stands still while the police suspend, and the five days run after it', () => {
    const events = { sceneInvestigated: '2025-09-26', suspended: '2025-10-14' };
    expect(read('police.determination', { events }, noon('2025-11-01')).state).to.equal('paused');
    const over = { events: { ...events, suspensionEnded: '2025-10-20' } };
    expect(read('police.determination', over, noon('2025-10-21')).state).to.equal('doesNotApply');
    expect(read('police.afterSuspension', over, noon('2025-10-21')).due).to.equal('2025-10-27');
  });

  it('an ordered examination replaces the ten days by five after the result', () => {
    const events = { sceneInvestigated: '2025-09-26', examinationOrdered: '2025-09-28' };
    expect(read('police.determination', { events }, noon('2025-10-30')).state).to.equal('doesNotApply');
  });

  it('without a calendar there is no last day in working days, and the year is named', () => {
    const facts = { events: { determinationReceived: '2026-12-30' } }; // 12-31 is one day, two lie in 2027
    const reading = read('review.ask', facts, noon('2026-12-31'));
    expect(reading).to.include({ state: 'unknownCalendar', due: null, daysLeft: null, unknownYear: 2027 });
    expect(read('review.ask', { events: { determinationReceived: '2026-12-28' } }, noon('2026-12-29')).due).to.equal(
      '2026-12-31',
    );
  });

  it('without a calendar a last day in calendar days is shown, but nothing after it is called late', () => {
    const facts = { events: { agreed: '2026-12-28' } }; // + 10 = 2027-01-07
    const on = (name: string) => read('commercial.payment', facts, noon(name));
    expect(on('2026-12-30')).to.include({
      state: 'green',
      due: '2027-01-07',
      workingDaysLeft: null,
      unknownYear: 2027,
    });
    expect(on('2027-01-07').state).to.equal('amber');
    expect(on('2027-01-08').state).to.equal('unknownCalendar');
  });

  it('twenty years end beyond the calendars', () => {
    const { clock, starts, due: last, year } = BEYOND_THE_CALENDARS;
    const reading = read(clock, { events: { damage: starts } }, noon('2025-03-03'));
    expect(reading).to.include({ state: 'green', due: last, unknownYear: year });
  });

  it('a start before the text on file is missing, by name, not counted by a later text', () => {
    const reading = read('limitation.injured', { events: { damageAndDebtorKnown: '2019-05-05' } }, noon('2025-01-02'));
    expect(reading.state).to.equal('missing');
    expect(reading.law).to.include({ parameter: 'clock.limitation.injured', date: '2019-05-05' });
  });

  it('refuses a fact that is no day, by name', () => {
    for (const bad of ['2025-02-30', 'yesterday', '2025-03-01T10:00:00', ''])
      expect(() => due({ events: { agreed: bad } }, 0, given), bad).to.throw(RangeError, 'agreed');
  });
});

describe('clocks: the calendars', () => {
  it('are those of the notices: days off and worked weekends', () => {
    const count = (year: number) => {
      const one = calendar.find((c) => c.year === year);
      const off = (one?.holidays ?? []).reduce((sum, { from, to }) => sum + day(to) - day(from) + 1, 0);
      return [off, one?.workdays.length];
    };
    expect([2024, 2025, 2026].map(count)).to.deep.equal([
      [28, 8], // 1 + 8 + 3 + 5 + 1 + 3 + 7
      [28, 5], // 1 + 8 + 3 + 5 + 3 + 8
      [33, 6], // 3 + 9 + 3 + 5 + 3 + 3 + 7
    ]);
  });

  it('know nothing of other years', () => {
    expect(kindOf(day('2027-01-01'), calendar)).to.equal('unknown');
    expect(kindOf(day('2023-12-29'), calendar)).to.equal('unknown');
  });

  const someDay = fc.integer({ min: day('2024-01-01'), max: day('2026-06-30') });
  const length = fc.integer({ min: 1, max: 60 });
  const reached = (start: number, n: number): number => {
    const end = afterWorkingDays(start, n, calendar);
    if (!('day' in end)) throw new Error('beyond the calendars');
    return end.day;
  };

  it('working days: the end is worked, and as many lie between as were asked', () => {
    fc.assert(
      fc.property(someDay, length, (start, n) => {
        const end = reached(start, n);
        expect(kindOf(end, calendar)).to.equal('work');
        expect(workingDaysBetween(start, end, calendar)).to.equal(n);
        expect(workingDaysBetween(end, start, calendar)).to.equal(-n);
      }),
    );
  });

  it('working days: a + b is a, then b; a later start never ends earlier', () => {
    fc.assert(
      fc.property(someDay, length, length, (start, a, b) => {
        expect(reached(start, a + b)).to.equal(reached(reached(start, a), b));
        expect(reached(start + 1, a)).to.be.at.least(reached(start, a));
      }),
    );
  });

  it('days that stand still lengthen by as many working days as they hold', () => {
    fc.assert(
      fc.property(someDay, length, fc.integer({ min: 0, max: 20 }), (start, n, held) => {
        const still = (d: number) => d > start && d <= start + held;
        const end = afterWorkingDays(start, n, calendar, still);
        const worked = workingDaysBetween(start, start + held, calendar) ?? 0;
        expect(end).to.deep.equal({ day: reached(start, n + worked) });
      }),
    );
  });

  it('a moved last day is worked, never earlier, and stays where it is if it was', () => {
    fc.assert(
      fc.property(someDay, (start) => {
        const moved = movedOffHolidays(start, calendar);
        if (!('day' in moved)) throw new Error('beyond the calendars');
        expect(kindOf(moved.day, calendar)).to.equal('work');
        expect(moved.day).to.be.at.least(start);
        if (kindOf(start, calendar) === 'work') expect(moved.day).to.equal(start);
      }),
    );
  });

  it('months and years end on the day of the same number, or on the last of the month', () => {
    expect(nameOf(afterMonths(day('2025-08-31'), 6))).to.equal('2026-02-28');
    expect(nameOf(afterMonths(day('2025-03-31'), -1))).to.equal('2025-02-28');
    expect(nameOf(afterMonths(day('2025-11-15'), 6))).to.equal('2026-05-15');
    expect(nameOf(afterYears(day('2024-02-29'), 1))).to.equal('2025-02-28');
    expect(nameOf(afterYears(day('2025-01-31'), 20))).to.equal('2045-01-31');
  });

  it('a day in China begins at 16:00 UTC', () => {
    expect(nameOf(dayAt(Date.parse('2025-12-31T15:59:59Z')))).to.equal('2025-12-31');
    expect(nameOf(dayAt(Date.parse('2025-12-31T16:00:00Z')))).to.equal('2026-01-01');
  });
});
