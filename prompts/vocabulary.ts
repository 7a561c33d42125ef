/** Words of the choices in a report. Labels of the buttons are in locales and are tested to be among them. Data: grow it by reading transcripts. */
export { bestTime, called, consent, consentPurpose, insurer, minorConsent, more, submit } from './vocabulary-acts.ts';
export { dangerNow, road, sceneStatus } from './vocabulary-danger.ts';
export { injuredState, role } from './vocabulary-people.ts';
