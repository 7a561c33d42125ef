/** What events of a claim are of. */

/** What is recorded of a claim after the report (claims/recording). */
export type RecordedType =
  | 'registered'
  | 'stageChanged'
  | 'paperChanged'
  | 'paperAsked'
  | 'papersTold'
  | 'paperFiled'
  | 'liabilityDetermined'
  | 'settled'
  | 'objected'
  | 'advanceChanged'
  | 'paid'
  | 'handlerAssigned'
  | 'communicated';

/** What somebody agreed to, and who was let in. */
export type AgreedType = 'consentGiven' | 'consentWithdrawn' | 'admitted' | 'admissionWithdrawn';
