/**
 * 报案: the first report of an accident. Danger first, then consent, then the phone number (a report that breaks off can be
 * called back), then what happened, who is hurt, the scene and the cars; read back once, submitted once.
 */
import {
  isOffRoad,
  isSensitive,
  mayNeedRescueFund,
  type Report,
  reportedLate,
  type When,
} from '../../claims/report.ts';
import {
  accountOnly,
  choice,
  flagsIn,
  orUnknown,
  otherSide,
  ownPlate,
  phone,
  place,
  text,
  time,
} from '../../prompts/index.ts';
import * as words from '../../prompts/vocabulary.ts';
import { ask, type Flow, type Script, type Start, tell } from '../flow.ts';
import { legalNumber } from '../law.ts';
import { injuredPeople } from './injured.ts';
import { restates } from './restates.ts';
import { safety } from './safety.ts';
import { policeAndScene } from './scene.ts';
import { adds, drops, longestAccount, revises, understands } from './understands.ts';

export const report: Flow<Report> = {
  name: 'report',
  understands,
  adds,
  revises,
  restates,
  // What was told of injuries before consent was asked goes with it.
  drops,
  dependents: { danger: ['called'], injured: ['injuredCount', 'person.'] },
  *script(start) {
    yield* kindWord(start);
    const danger = yield* safety();
    const medicalConsent = (yield* ask('consent', choice(words.consent), consentOptions)) === 'agree';
    const reached = yield* ask('phone', orUnknown(phone()), { stage: 'safety' });
    const role = yield* ask('role', choice(words.role), { stage: 'safety' });

    const when = known(yield* ask('when', orUnknown(time()), { stage: 'course' }));
    // Whoever was hurt, or the family, owes the insurer no notice.
    if (role !== 'injured' && role !== 'family') yield* lateness(when, start);
    const where = known(yield* ask('where', orUnknown(place()), { stage: 'course' }));
    if (isOffRoad(where)) yield* tell('report.offRoad');
    const bounds = { min: 2, max: longestAccount };
    const what = yield* ask('what', medicalConsent ? text(bounds) : accountOnly(bounds), {
      stage: 'course',
      ...(medicalConsent ? {} : { variant: 'noInjuries' }),
    });
    const flags = flagsIn(what);
    if (isSensitive(flags)) yield* tell('report.sensitive', { raise: 'sensitive' });
    if (flags.includes('otherInsurer')) yield* tell('report.otherInsurer');

    const people = yield* injuredPeople(medicalConsent, flags, role);

    const { scene, policeCalled } = yield* policeAndScene(
      role,
      people.injuredCount,
      where,
      isLongAgo(when, start.now.at),
    );
    const variant = role === 'injured' || role === 'family' ? { variant: 'victim' } : {};
    const fled = variant.variant && flags.includes('hitAndRun') ? { variant: 'fled' } : variant;
    const plateOfOwn = yield* ask('ownPlate', orUnknown(ownPlate()), { stage: 'check', ...fled });
    const other = yield* ask('other', otherSide(), { stage: 'check', ...variant });
    if (other.kind === 'fled') yield* tell('report.fled');
    if (mayNeedRescueFund(other)) yield* rescueFund();

    yield* ask('check', choice(words.submit), { stage: 'check', readBack: true });
    return {
      // What was said before consent was asked is kept only with it.
      danger: medicalConsent ? danger : 'none',
      medicalConsent,
      phone: known(reached),
      role,
      when,
      where,
      what,
      ...people,
      scene,
      policeCalled,
      ownPlate: known(plateOfOwn),
      other,
      flags,
    };
  },
};

const consentOptions = { stage: 'safety', problems: { notClear: 'report.consent.notClear' } } as const;

/** What the opening words call for before any question. */
function* kindWord({ params }: Start): Script<void> {
  if (params.opening === 'death' || params.opening === 'deathCaused') yield* tell('report.death', { raise: 'death' });
  if (params.opening === 'bedside') yield* tell('report.bedside');
  if (params.opening === 'hurt') yield* tell('report.hurt');
  if (params.opening === 'bedsideMoney') yield* tell('report.bedsideMoney');
}

/** More than the customary notice late: taken all the same, and told what lateness means and does not mean. */
function* lateness(when: When | null, start: Start): Script<void> {
  const hours = yield* legalNumber('report.toInsurer.habit');
  if (hours !== undefined && reportedLate(when, start.now.at, hours)) yield* tell('report.late', { values: { hours } });
}

function* rescueFund(): Script<void> {
  const days = yield* legalNumber('fund.rescueFee.period');
  yield* days === undefined ? tell('report.rescueFundUndated') : tell('report.rescueFund', { values: { days } });
}

/** Longer ago than a day. */
const isLongAgo = (when: When | null, at: number): boolean =>
  when !== null && at - Date.parse(when.end) > 24 * 60 * 60_000;

const known = <T>(answer: T | 'unknown'): T | null => (answer === 'unknown' ? null : (answer as T));
