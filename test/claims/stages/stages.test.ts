/** One injured person on the way through a claim, as a claims expert would tell it. */
import { join } from 'node:path';
import { expect } from 'chai';
import { CLOCKS } from '../../../claims/clocks/rules/index.ts';
import { apply, canMove, type History, type StageEvent, type StageId } from '../../../claims/stages/history.ts';
import { STAGES } from '../../../claims/stages/rules/index.ts';
import { lastDone, nextSteps, stageOf, stageOfClaim, turns, whoseTurn } from '../../../claims/stages/standing.ts';
import { loadLaw } from '../../../law/load.ts';

const law = loadLaw(join(import.meta.dirname, '../../../law'));
const at = (day: string): string => `${day}T10:00:00+08:00`;
const ms = (day: string): number => Date.parse(at(day));

/** `2026-03-01 firstVisit`, `2026-03-02 +advance`, `-advance` (it ended), `=papers` (stands still), `>papers` (goes on). */
function history(person: string, lines: readonly string[], before: History = []): History {
  return lines.reduce<History>((sofar, line) => {
    const applied = apply(sofar, eventOf(person, line));
    if (applied.status === 'refused') throw new Error(`“${line}” is refused: ${JSON.stringify(applied)}`);
    return applied.history;
  }, before);
}
function eventOf(person: string, line: string): StageEvent {
  const [day = '', what = ''] = line.split(' ');
  if (what === 'joined') return { type: 'joined', person, at: at(day) };
  const types = { '+': 'entered', '-': 'left', '=': 'paused', '>': 'resumed' } as const;
  const type = types[what[0] as keyof typeof types] ?? 'entered';
  const stage = what.replace(/^[+=>-]/, '') as StageId;
  return { type, stage, at: at(day), ...(stage === 'determination' ? {} : { person }) };
}
const refused = (sofar: History, person: string, line: string): string => {
  const applied = apply(sofar, eventOf(person, line));
  return applied.status === 'refused' ? applied.why : 'applied';
};

const WANG = [
  '2026-03-01 joined',
  '2026-03-01 survey',
  '2026-03-01 determination',
  '2026-03-02 firstVisit',
  '2026-03-02 +advance',
  '2026-03-04 treatment',
  '2026-03-09 -advance',
];

describe('stages: the rules', () => {
  it('are fourteen, each once', () => {
    expect(STAGES).to.have.length(14);
    expect(new Set(STAGES.map(({ id }) => id)).size).to.equal(14);
  });

  it('name clocks and figures of law that exist', () => {
    const clocks = CLOCKS.map(({ id }) => id);
    for (const rule of STAGES) {
      expect(clocks, rule.id).to.include.members([...rule.clocks]);
      for (const id of rule.usual) expect(law.at('2026-03-01').get(id, 'test').status, id).to.equal('value');
    }
  });

  it('leave no clock without a stage but the one that runs only where an examination is needed', () => {
    const used = ['examination.order', ...STAGES.flatMap(({ clocks }) => clocks)];
    expect(CLOCKS.map(({ id }) => id).filter((id) => !used.includes(id))).to.deep.equal([]);
  });

  it('say that usual durations are habits nobody has confirmed', () => {
    const marks = STAGES.flatMap(({ usual }) => usual).map((id) => {
      const found = law.at('2026-03-01').get(id, 'test');
      return found.status === 'value' ? found.mark : found.status;
    });
    expect(new Set(marks)).to.deep.equal(new Set(['unconfirmed']));
  });

  it('have no dead end: from everywhere the end can be reached', () => {
    const reaches = (from: StageId, seen: readonly StageId[] = []): boolean =>
      from === 'closed' ||
      STAGES.some(({ id, beside }) => !beside && !seen.includes(id) && canMove(from, id) && reaches(id, [...seen, id]));
    expect(STAGES.filter(({ id, beside }) => !beside && !reaches(id)).map(({ id }) => id)).to.deep.equal([]);
  });
});

describe('stages: one injured person', () => {
  const wang = history('wang', WANG);

  it('is treated, while the police are at work and the advance has been paid', () => {
    expect(turns(wang, 'wang').map(({ stage, who }) => [stage, who])).to.deep.equal([
      ['treatment', 'hospital'],
      ['determination', 'police'],
    ]);
  });

  it('stood elsewhere before', () => {
    expect(stageOf(wang, 'wang', ms('2026-02-28'))).to.equal(undefined);
    expect(stageOf(wang, 'wang', ms('2026-03-03'))?.stage).to.equal('firstVisit');
    expect(turns(wang, 'wang', ms('2026-03-03')).map(({ stage }) => stage)).to.deep.equal([
      'firstVisit',
      'advance',
      'determination',
    ]);
    expect(stageOf(wang, 'wang')).to.deep.equal({ stage: 'treatment', person: 'wang', since: at('2026-03-04') });
  });

  it('says what was last done, for him or for all', () => {
    const last = (now?: string) => {
      const found = lastDone(wang, 'wang', now === undefined ? undefined : ms(now));
      return found && `${found.type} ${'stage' in found ? found.stage : ''}`;
    };
    expect([last(), last('2026-03-05'), last('2026-03-01'), last('2026-02-28')]).to.deep.equal([
      'left advance',
      'entered treatment',
      'entered determination',
      undefined,
    ]);
    // What the police did the day before is recorded only now: it is not the last.
    const late = history('wang', ['2026-03-08 -determination'], wang);
    expect(lastDone(late, 'wang')).to.include({ type: 'left', stage: 'advance' });
    expect(lastDone(late, 'li')).to.include({ type: 'left', stage: 'determination' });
  });

  it('goes on to the end of treatment, usually', () => {
    expect(nextSteps(wang, 'wang')).to.deep.equal({
      main: ['treatmentEnded', 'negotiation'],
      mayBegin: ['advance'],
      mayEnd: ['determination'],
    });
  });

  it('has the turn while papers lack, and the assessor afterwards', () => {
    const lines = ['2026-05-01 treatmentEnded', '2026-05-02 papers', '2026-05-04 assessment', '2026-05-06 =assessment'];
    const lacking = history('wang', lines, wang);
    expect(whoseTurn(lacking, 'wang')).to.deep.equal({
      who: 'client',
      stage: 'assessment',
      since: at('2026-05-06'),
      because: 'papers',
    });
    expect(nextSteps(lacking, 'wang').main).to.deep.equal([]);
    expect(refused(lacking, 'wang', '2026-05-07 approval')).to.equal('paused');
    const complete = history('wang', ['2026-05-09 >assessment'], lacking);
    expect(whoseTurn(complete, 'wang')).to.include({ who: 'assessor', since: at('2026-05-04'), because: 'stage' });
  });

  it('comes back after the end, when the plate is taken out', () => {
    const end = ['treatmentEnded', 'papers', 'assessment', 'approval', 'payment', 'closed', 'treatment'];
    const all = history(
      'wang',
      end.map((stage) => `2026-06-01 ${stage}`),
      wang,
    );
    expect(stageOf(all, 'wang')?.stage).to.equal('treatment');
  });

  it('who died goes from the first visit to the talks', () => {
    const li = history('li', ['2026-03-01 joined', '2026-03-01 firstVisit', '2026-03-05 negotiation']);
    expect(stageOf(li, 'li')?.stage).to.equal('negotiation');
  });
});

describe('stages: what is refused, and why', () => {
  const wang = history('wang', WANG);
  const cases: readonly (readonly [line: string, why: string, person?: string])[] = [
    ['2026-04-01 payment', 'notAllowed'],
    ['2026-04-01 treatment', 'alreadyHere'],
    ['2026-04-01 joined', 'alreadyHere'],
    ['2026-04-01 +determination', 'alreadyHere'],
    ['2026-04-01 -advance', 'notOpen'],
    ['2026-04-01 -treatment', 'notAllowed'],
    ['2026-04-01 =treatment', 'cannotPause'],
    ['2026-04-01 =papers', 'notOpen'],
    ['2026-04-01 >determination', 'notPaused'],
    ['2026-03-08 treatmentEnded', 'backInTime'],
    ['2026-04-01 lunch', 'unknownStage'],
    ['2026-04-31x treatmentEnded', 'notAMoment'],
    ['2026-04-01 firstVisit', 'unknownPerson', 'nobody'],
    ['2026-04-01 joined', 'unknownPerson', ''],
  ];
  for (const [line, why, person = 'wang'] of cases)
    it(`${line}: ${why}`, () => expect(refused(wang, person, line)).to.equal(why));

  it('a stage of the whole claim with a person, and one of a person without', () => {
    const whole: StageEvent = { type: 'left', stage: 'determination', person: 'wang', at: at('2026-04-01') };
    const nobody: StageEvent = { type: 'entered', stage: 'treatmentEnded', at: at('2026-04-01') };
    expect([whole, nobody].map((event) => apply(wang, event))).to.deep.equal([
      { status: 'refused', why: 'wrongSubject' },
      { status: 'refused', why: 'wrongSubject' },
    ]);
  });

  it('an event that is none, as it may come from outside', () => {
    const strange = {
      type: 'exploded',
      stage: 'treatment',
      person: 'wang',
      at: at('2026-04-01'),
    } as unknown as StageEvent;
    expect(apply(wang, strange)).to.deep.equal({ status: 'refused', why: 'unknownEvent' });
  });

  it('says where one could have gone, and when the last thing was', () => {
    expect(apply(wang, eventOf('wang', '2026-04-01 payment'))).to.deep.include({
      stages: ['treatmentEnded', 'negotiation'],
    });
    expect(apply(wang, eventOf('wang', '2026-03-08 treatmentEnded'))).to.include({ last: at('2026-03-09') });
  });

  it('closing over an advance that nobody has answered', () => {
    const lines = ['+advance', 'treatmentEnded', 'papers', 'assessment', 'approval', 'payment'];
    const open = history(
      'wang',
      lines.map((stage) => `2026-06-01 ${stage}`),
      wang,
    );
    expect(refused(open, 'wang', '2026-06-02 closed')).to.equal('stillOpen');
    expect(refused(history('wang', ['2026-06-02 -advance'], open), 'wang', '2026-06-02 closed')).to.equal('applied');
  });
});

describe('stages: several injured persons', () => {
  const wang = history('wang', WANG);
  const both = history('li', ['2026-03-01 joined', '2026-03-02 firstVisit', '2026-03-03 treatmentEnded'], wang);

  it('move separately; the claim is as far as the one who is least far', () => {
    expect([stageOf(both, 'wang')?.stage, stageOf(both, 'li')?.stage]).to.deep.equal(['treatment', 'treatmentEnded']);
    expect(stageOfClaim(both)).to.equal('treatment');
    expect(stageOfClaim(both, ms('2026-03-01'))).to.equal('report');
    expect(stageOfClaim([])).to.equal(undefined);
  });

  it('what is recorded late for one may lie before the last of another', () =>
    expect(refused(wang, 'li', '2026-03-01 joined')).to.equal('applied'));

  it('share the police, not the advance', () => {
    expect(turns(both, 'li').map(({ stage }) => stage)).to.deep.equal(['treatmentEnded', 'determination']);
    expect(nextSteps(both, 'li').mayBegin).to.deep.equal(['advance']);
    const asked = history('li', ['2026-03-04 +advance'], both);
    expect(nextSteps(asked, 'li')).to.deep.include({ mayBegin: [], mayEnd: ['determination', 'advance'] });
  });
});
