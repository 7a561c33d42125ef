/** 后续治疗费: not spent yet. Paid now if a certificate or an appraisal says it is bound to come, otherwise when it is spent. */
import { difference } from '../../figure.ts';
import { type Reason, yesNo } from '../reason.ts';

export const followUp: Reason = {
  code: 'followUp',
  items: ['followUp', 'aids'],
  law: ['item.followUp'],
  basis: { certain: 'yuan', certificate: yesNo },
  proves: 'claimant',
  bearer: 'nobody',
  alwaysPerson: false,
  changes: ['certificate', 'laterClaim'],
  figure: ({ asked, of }) => difference(asked, of('certain')),
  doubt: ({ says, accepted }) => (says('certificate', 'yes') && accepted.value.n === 0n ? 'certain' : undefined),
};
