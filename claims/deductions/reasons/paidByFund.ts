/** 医保、工伤、救助基金已付: what a fund has paid is not claimed a second time; what one paid oneself is. */
import type { Reason } from '../reason.ts';

export const paidByFund: Reason = {
  code: 'paidByFund',
  // 解释二 10: costs of treatment; of the rescue fund what it pays for a funeral, too.
  items: ['medical', 'followUp', 'funeral'],
  law: ['apportion.paidByFunds'],
  basis: { fundPaid: 'yuan', by: ['medicalInsurance', 'workInjury', 'rescueFund', 'ownInsurance'] },
  proves: 'insurer',
  bearer: 'fund',
  alwaysPerson: false,
  changes: ['ownPart'],
  figure: ({ of }) => of('fundPaid'),
  // An accident policy the person bought is not a fund; its benefits are his own (from memory).
  doubt: ({ says, line }) => {
    if (says('by', 'ownInsurance')) return 'ownInsurance';
    // 解释二 10: medical insurance and work-injury insurance concern treatment only; a funeral only the rescue fund.
    return line.item === 'funeral' && !says('by', 'rescueFund') ? 'fundFuneral' : undefined;
  },
};
