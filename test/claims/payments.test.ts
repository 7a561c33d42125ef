/** Payments held against their decision by the days of China, whatever the offset they are written with. */
import { expect } from 'chai';
import type { ClaimFacts } from '../../claims/fold.ts';
import { faultOfPayment } from '../../claims/recording/payments.ts';
import type { PaymentData } from '../../claims/recording/types.ts';

const settled = (at: string) =>
  ({ settlements: [{ victim: 'v1', version: 1, at, payable: [{ amount: 100_00n }] }] }) as unknown as ClaimFacts;
const paid = (at: string) =>
  ({
    ...{ at, amount: '100.00', reference: 'B-1', to: { party: 'v1' } },
    for: { settlement: { victim: 'v1', version: 1 } },
  }) as PaymentData;

describe('the day of a payment', () => {
  // 20:00 UTC on the 1st is four in the morning of the 2nd in China.
  it('is China’s: on the day of the decision it is not too early', () =>
    expect(faultOfPayment(settled('2026-01-02'), paid('2026-01-01T20:00:00Z'))).to.equal(undefined));

  it('before the day of the decision it is too early', () =>
    expect(faultOfPayment(settled('2026-01-01T20:00:00Z'), paid('2026-01-01'))).to.deep.include({ why: 'backInTime' }));
});
