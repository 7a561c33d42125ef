/** After the number is issued: what helps the first call, each of it optional and none of it in the way of the report. */
import { type InjuredPerson, inHospital, type OtherSide } from '../../claims/report.ts';
import { choice, hospital, name, orUnknown, phone, photo, text } from '../../prompts/index.ts';
import * as words from '../../prompts/vocabulary.ts';
import { ask, type Flow, type Script, tell } from '../flow.ts';

export interface Details {
  readonly photos: readonly string[];
  readonly patients: readonly Patient[];
  readonly insurer: 'ours' | 'another' | 'unknown';
  readonly policy: string | null;
  readonly otherPhone: string | null;
}
interface Patient {
  readonly n: number;
  readonly name: string | null;
  readonly hospital: string | null;
  readonly bed: string | null;
}

export const details: Flow<Details> = {
  name: 'details',
  *script(start) {
    const injured = (start.params.injured ?? []) as unknown as readonly InjuredPerson[];
    const other = (start.params.other ?? { kind: 'unknown' }) as unknown as OtherSide;
    const photos = yield* ask('photos', photo(), start.params.medicalConsent === true ? { variant: 'injuries' } : {});
    const patients: Patient[] = [];
    for (const person of injured) patients.push(yield* patient(person, injured.length));
    const insurer = yield* ask('insurer', choice(words.insurer));
    if (insurer === 'another') yield* tell('details.otherInsurer');
    if (insurer === 'unknown') yield* tell('details.unknownInsurer');
    const policy = insurer === 'ours' ? yield* ask('policy', orUnknown(text({ min: 4, max: 60 }))) : 'unknown';
    const otherPhone =
      other.kind === 'car' || other.kind === 'nonMotor' ? yield* ask('otherPhone', orUnknown(phone())) : 'unknown';
    return { photos, patients, insurer, policy: known(policy), otherPhone: known(otherPhone) };
  },
};

function* patient(person: InjuredPerson, of: number): Script<Patient> {
  const { n } = person;
  const variant = of === 1 ? { variant: 'only' } : {};
  const nameAsked = person.state === 'died' ? { variant: 'died' } : variant;
  const called = yield* ask(`patient.${n}.name`, orUnknown(name()), nameAsked);
  if (!inHospital(person.state)) return { n, name: known(called), hospital: null, bed: null };
  const where = person.hospital ?? (yield* ask(`patient.${n}.hospital`, orUnknown(hospital()), variant));
  const bed =
    person.state === 'outpatient'
      ? 'unknown'
      : yield* ask(`patient.${n}.bed`, orUnknown(text({ min: 1, max: 40 })), variant);
  return { n, name: known(called), hospital: known(where), bed: known(bed) };
}

const known = (answer: string): string | null => (answer === 'unknown' ? null : answer);
