/** No sequence of events makes an impossible state, sends time backwards, or loses a day of a pause. */
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { movedOffHolidays } from '../../../claims/clocks/calendar.ts';
import { dayOf, nameOf } from '../../../claims/clocks/days.ts';
import { due } from '../../../claims/clocks/due.ts';
import type { ClockReading } from '../../../claims/clocks/types.ts';
import type { PromiseMade } from '../../../claims/fold.ts';
import { dueBy, usualOf } from '../../../claims/stages/due.ts';
import {
  apply,
  canMove,
  type History,
  placesOf,
  type StageEvent,
  type StageId,
} from '../../../claims/stages/history.ts';
import { ruleOf, STAGES } from '../../../claims/stages/rules/index.ts';
import { clockFacts, nextSteps, stageOfClaim, turns } from '../../../claims/stages/standing.ts';
import { loadCalendar } from '../../../law/calendar.ts';
import { loadLaw } from '../../../law/load.ts';

const ROOT = join(import.meta.dirname, '../../..');
const calendar = loadCalendar(join(ROOT, 'law/calendar'));
const law = loadLaw(join(ROOT, 'law'));
const START = dayOf('2025-02-10', 'start');
const noon = (day: number): number => Date.parse(`${nameOf(day)}T12:00:00+08:00`);

const ids = STAGES.map(({ id }) => id);
const day = fc.integer({ min: 0, max: 60 });
const person = fc.constantFrom('wang', 'li', undefined);
const anyEvent: fc.Arbitrary<StageEvent> = fc
  .record({
    type: fc.constantFrom('joined', 'entered', 'entered', 'entered', 'left', 'paused', 'resumed'),
    stage: fc.constantFrom(...ids),
    person,
    day,
  })
  .map(({ type, stage, person: who, day: on }) => ({
    type,
    stage,
    at: nameOf(START + on),
    ...(who !== undefined && { person: who }),
  })) as fc.Arbitrary<StageEvent>;

/** Events that the history itself offers, so that runs get far; `pick` chooses among them. */
function offered(history: History, who: string, at: string, pick: number): StageEvent {
  const { main, mayBegin, mayEnd } = nextSteps(history, who);
  const of = (stage: StageId) => (ruleOf(stage).ofClaim ? {} : { person: who });
  const held = turns(history, who).map(({ stage, because }) => ({
    type: because === 'stage' ? ('paused' as const) : ('resumed' as const),
    stage,
    at,
    ...of(stage),
  }));
  const all: StageEvent[] = [
    ...[...main, ...mayBegin].map((stage) => ({ type: 'entered' as const, stage, at, ...of(stage) })),
    ...mayEnd.map((stage) => ({ type: 'left' as const, stage, at, ...of(stage) })),
    ...held.filter(({ stage }) => ruleOf(stage).hold !== undefined),
  ];
  return all[pick % Math.max(1, all.length)] ?? { type: 'joined', person: who, at };
}

function sound(history: History): void {
  const places = placesOf(history);
  for (const who of new Set(places.flatMap((place) => place.person ?? []))) {
    const own = places.filter((place) => place.person === who);
    expect(
      own.filter(({ stage }) => !ruleOf(stage).beside),
      'one place on the line',
    ).to.have.length(1);
    expect(new Set(own.map(({ stage }) => stage)).size, 'no stage twice').to.equal(own.length);
    if (own.some(({ stage }) => stage === 'closed')) expect(own, 'nothing open when closed').to.have.length(1);
    expect(turns(history, who).length).to.be.greaterThan(0);
  }
  for (const { stage, person: who, pausedSince, since } of places) {
    expect(who === undefined, stage).to.equal(ruleOf(stage).ofClaim === true);
    if (pausedSince === undefined) continue;
    expect(ruleOf(stage).hold, `${stage} can stand still`).to.not.equal(undefined);
    expect(pausedSince >= since).to.equal(true);
  }
  expect(stageOfClaim(history) === undefined).to.equal(places.every(({ stage }) => ruleOf(stage).beside));
}

describe('stages: properties', () => {
  it('no sequence of events, sensible or not, makes an impossible state', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, fc.boolean(), fc.nat(50)), { maxLength: 60 }), (steps) => {
        let history: History = [];
        for (const [event, guided, pick] of steps) {
          const who = event.person ?? 'wang';
          const next = guided ? offered(history, who, event.at, pick) : event;
          const applied = apply(history, next);
          if (applied.status === 'refused') continue;
          history = applied.history;
          sound(history);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('time never goes backwards, for nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, fc.nat(50)), { maxLength: 60 }), (steps) => {
        let history: History = [];
        for (const [event, pick] of steps) {
          const applied = apply(history, offered(history, event.person ?? 'li', event.at, pick));
          if (applied.status === 'applied') history = applied.history;
        }
        for (const who of ['wang', 'li', undefined]) {
          const days = history.filter((one) => one.person === who).map((one) => one.at);
          expect(days).to.deep.equal([...days].sort());
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what next steps offer is never refused', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 60 }), (picks) => {
        let history: History = [];
        picks.forEach((pick, i) => {
          const event = offered(history, 'wang', nameOf(START + i), pick);
          const applied = apply(history, event);
          // Only the end can be shut: by an advance that is still open.
          if (applied.status === 'refused') expect(applied.why).to.equal('stillOpen');
          else history = applied.history;
        });
      }),
      { numRuns: 300 },
    );
  });

  it('a move is possible exactly where the rules say so', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STAGES), fc.constantFrom(...STAGES), (from, to) => {
        const wanted = to.beside ? (to.during ?? ids).includes(from.id) : from.next.includes(to.id);
        expect(canMove(from.id, to.id)).to.equal(wanted);
      }),
    );
  });
});

/** Days of standing still as lengths of going and waiting by turns. */
const waits = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 15 })), { maxLength: 4 });

function assessed(steps: readonly (readonly [number, number])[], stage: 'assessment' | 'determination') {
  const way: StageEvent[] = [
    { type: 'joined', person: 'wang', at: nameOf(START) },
    ...(['firstVisit', 'treatmentEnded', 'papers', 'assessment'] as const).map(
      (one): StageEvent => ({ type: 'entered', stage: one, person: 'wang', at: nameOf(START) }),
    ),
    { type: 'entered', stage: 'determination', at: nameOf(START) },
  ];
  const who = stage === 'assessment' ? { person: 'wang' } : {};
  const still = new Set<number>();
  let now = START;
  for (const [going, waiting] of steps) {
    const from = now + going;
    now = from + waiting;
    way.push({ type: 'paused', stage, at: nameOf(from), ...who }, { type: 'resumed', stage, at: nameOf(now), ...who });
    for (let one = from + 1; one <= now; one += 1) still.add(one);
  }
  const history = way.reduce<History>((sofar, event) => {
    const applied = apply(sofar, event);
    if (applied.status === 'refused') throw new Error(JSON.stringify(applied));
    return applied.history;
  }, []);
  return { history, still, now };
}

describe('stages: pauses never lose a day', () => {
  it('补正: of the 30 days every one is there, however often papers were asked for', () => {
    fc.assert(
      fc.property(waits, (steps) => {
        const { history, still, now } = assessed(steps, 'assessment');
        const facts = clockFacts(history, 'wang', { events: { firstRequest: nameOf(START) } });
        const reading = due(facts, noon(now), { law, calendar }).find(({ clock }) => clock === 'commercial.decision');
        let last = START;
        for (let left = 30; left > 0; ) {
          last += 1;
          if (!still.has(last)) left -= 1;
        }
        const moved = movedOffHolidays(last, calendar);
        expect(reading?.due).to.equal('day' in moved ? nameOf(moved.day) : null);
      }),
      { numRuns: 200 },
    );
  });

  it('is told as paused, without a day, while it lasts', () => {
    const { history } = assessed([[3, 5]], 'assessment');
    const facts = clockFacts(history.slice(0, -1), 'wang', { events: { firstRequest: nameOf(START) } });
    const clocks = due(facts, noon(START + 5), { law, calendar });
    const state = dueBy('assessment', clocks, [], noon(START + 5));
    expect(state.status === 'paused' && state.paused.map(({ clock }) => clock)).to.deep.equal(['commercial.decision']);
  });

  it('中止: the police clock stands still and then gives way to the one after it', () => {
    const { history, now } = assessed([[2, 10]], 'determination');
    const events = { sceneInvestigated: nameOf(START) };
    const during = due(clockFacts(history.slice(0, -1), 'wang', { events }), noon(START + 5), { law, calendar });
    const state = dueBy('determination', during, [], noon(START + 5));
    // The suspension itself may not last longer than its own clock allows.
    expect(state.status === 'due' && [state.source.kind, state.paused.map(({ clock }) => clock)]).to.deep.equal([
      'clock',
      ['police.determination'],
    ]);
    const after = due(clockFacts(history, 'wang', { events }), noon(now), { law, calendar });
    const then = dueBy('determination', after, [], noon(now));
    expect(then.status === 'due' && then.source.kind === 'clock' && then.source.reading.clock).to.equal(
      'police.afterSuspension',
    );
  });

  it('a second suspension takes the place of the first', () => {
    const { history } = assessed(
      [
        [2, 3],
        [4, 5],
      ],
      'determination',
    );
    const { events } = clockFacts(history, 'wang', { events: {} });
    expect(events).to.deep.equal({ suspended: nameOf(START + 9), suspensionEnded: nameOf(START + 14) });
    expect(clockFacts(history.slice(0, -1), 'wang', { events: {} }).events).to.deep.equal({
      suspended: nameOf(START + 9),
    });
  });
});

describe('stages: by when', () => {
  const now = noon(START + 1);
  const readings: readonly ClockReading[] = due({ events: { papersComplete: nameOf(START) } }, now, { law, calendar });
  const promise = (by: string): PromiseMade => ({ id: by, at: 0, what: 'call', by, who: 'Adjuster Chen' });

  it('the clock of the law, with its source', () => {
    const found = dueBy('assessment', readings, [], now);
    expect(found).to.include({ status: 'due', by: '2025-02-17', overdue: false }); // the 15th is a Saturday
    if (found.status !== 'due' || found.source.kind !== 'clock') throw new Error('no clock');
    expect(found.source.reading.law).to.include({ status: 'value', mark: 'verified' });
  });

  it('a promise, where it is earlier, quoted as hers', () => {
    const found = dueBy('assessment', readings, [promise('2025-02-13T17:00:00+08:00')], now);
    expect(found).to.deep.include({
      by: '2025-02-13T17:00:00+08:00',
      overdue: false,
      source: { kind: 'promise', promise: promise('2025-02-13T17:00:00+08:00') },
    });
    expect(dueBy('assessment', readings, [promise('2025-03-13T17:00:00+08:00')], now)).to.include({ by: '2025-02-17' });
  });

  it('overdue is said', () => {
    const late = noon(START + 20);
    const red = due({ events: { papersComplete: nameOf(START) } }, late, { law, calendar });
    expect(dueBy('assessment', red, [], late)).to.include({ by: '2025-02-17', overdue: true });
    expect(dueBy('survey', [], [promise(nameOf(START))], late)).to.include({ overdue: true });
  });

  it('neither what is done nor a promise of this very instant is overdue', () => {
    const events = { papersComplete: nameOf(START), compulsoryDecided: nameOf(START + 1) };
    const done = due({ events }, noon(START + 30), { law, calendar });
    expect(dueBy('assessment', done, [], noon(START + 30)).status).to.equal('none');
    const by = '2025-02-11T12:00:00+08:00';
    expect(dueBy('survey', [], [promise(by)], Date.parse(by))).to.include({ overdue: false });
    expect(dueBy('survey', [], [promise(by)], Date.parse(by) + 1)).to.include({ overdue: true });
  });

  it('nothing, where nothing is promised and no clock runs', () => {
    expect(dueBy('treatment', readings, [], now)).to.deep.equal({
      status: 'none',
      readings: [],
      paused: [],
      yours: [],
    });
    const none = dueBy('payment', readings, [], now);
    expect(none.status === 'none' && none.readings.map(({ state }) => state)).to.deep.equal([
      'notStarted',
      'notStarted',
    ]);
  });

  it('what the client may do is told apart: letting it pass is not being late', () => {
    const of = (on: number) => {
      const clocks = due({ events: { determinationReceived: nameOf(START) } }, noon(on), { law, calendar });
      const { status, yours } = dueBy('determination', clocks, [], noon(on));
      return [status, yours.map(({ clock, due: by }) => `${clock} ${by}`)];
    };
    expect(of(START + 1)).to.deep.equal(['none', ['review.ask 2025-02-13']]);
    expect(of(START + 30)).to.deep.equal(['none', []]);
  });

  it('how long it usually takes is a habit, told apart from a time limit', () => {
    const usual = usualOf('firstVisit', law.at('2026-03-01'));
    expect(usual.map((one) => one.status === 'value' && [one.value, one.unit, one.mark])).to.deep.equal([
      ['1', 'days', 'unconfirmed'],
      ['3', 'days', 'unconfirmed'],
    ]);
    expect(usualOf('payment', law.at('2026-03-01'))).to.deep.equal([]);
  });
});
