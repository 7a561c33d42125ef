/** 撤回同意, where several purposes were agreed to: which one. `purposes`: those that can be withdrawn. */
import { choice } from '../../prompts/index.ts';
import { consentPurpose } from '../../prompts/vocabulary.ts';
import { ask, type Flow } from '../flow.ts';

type Which = (typeof consentPurpose.options)[number];

export interface Withdrawal {
  readonly which: Which;
}

export const consents: Flow<Withdrawal> = {
  name: 'consents',
  *script({ params }) {
    const given = Array.isArray(params.purposes) ? params.purposes : [];
    const options = consentPurpose.options.filter((one) => one === 'none' || given.includes(one));
    return { which: yield* ask('which', choice<Which>({ ...consentPurpose, options })) };
  },
};
