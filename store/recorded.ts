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
  | 'advanceWished'
  | 'paid'
  | 'handlerAssigned'
  | 'communicated'
  | ProposalType;

/** What one colleague has entered and a second one decides: for colleagues only. */
export type ProposalType = 'proposed' | 'proposalClosed';

/** What somebody agreed to, and who was let in. */
export type AgreedType = 'consentGiven' | 'consentWithdrawn' | 'admitted' | 'admissionWithdrawn';
