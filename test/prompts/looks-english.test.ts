import { expect } from 'chai';
import { looksEnglish } from '../../understanding/meaning.ts';

describe('prompts: markup and addresses are no English', () => {
  for (const text of ['<script>alert(1)</script>', 'https://maps.google.com/a/b?q=foo', 'john.smith@example.com'])
    it(`“${text}”`, () => expect(looksEnglish(text)).to.equal(false));
  it('words beside them are', () => expect(looksEnglish('see https://x.y please help')).to.equal(true));
});
