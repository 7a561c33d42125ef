/** A one-time code that was typed is shown to no colleague, whatever the reason; other numbers of six digits stay. */
import { expect } from 'chai';
import { shownLine } from '../../desk/lines.ts';
import type { StoredActivity } from '../../store/ports.ts';

const AT = Date.parse('2026-11-24T10:00:00+08:00');
const line = (text: string, direction: StoredActivity['direction'], open: boolean): string =>
  shownLine({ seq: 1, at: AT, direction, payload: { type: 'message', text } } as unknown as StoredActivity, AT, open)[0]
    ?.text ?? '';

describe('the desk’s transcript', () => {
  for (const open of [false, true])
    for (const [said, shown] of [
      ['482913', '••••••'],
      ['４８２９１３', '••••••'],
      ['482 913', '••••••'],
      ['验证码是482913', '验证码是••••••'],
      ['code: 482913', 'code: ••••••'],
    ] as const)
      it(`shows no code: “${said}”${open ? ', also where a reason was given' : ''}`, () => {
        expect(line(said, 'user', open)).to.equal(shown);
      });

  it('shows sums of six digits, and what others than the person wrote', () => {
    expect(line('医院说要 250000 元', 'user', true)).to.equal('医院说要 250000 元');
    expect(line('410100', 'person', true)).to.equal('410100');
  });
});
