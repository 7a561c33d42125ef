/** Files said to be another paper than before: only what they themselves had shown to be received is taken back. */
import { expect } from 'chai';
import { stateOf } from '../../claims/documents/state.ts';
import type { ClaimFacts } from '../../claims/fold.ts';
import { filed } from '../../claims/recording/filed.ts';
import type { PaperOf } from '../../claims/recording/types.ts';

const AT = '2026-03-02T10:00:00+08:00';
const facts = (papers: readonly PaperOf[] = []) => ({ papers }) as unknown as ClaimFacts;
const of = (person: string, document: string, file: string) => ({ document, person, files: [file], at: AT });
const states = ({ papers = [] }: ClaimFacts, person: string, document: string) => {
  const own = papers.filter((one) => one.person === person);
  return stateOf(document, own).state;
};

describe('files of a paper', () => {
  it('one person’s photo turns out to be another paper: the other person’s stays received', () => {
    const both = filed(filed(facts(), of('a', 'invoice', '1')), of('b', 'invoice', '2'));
    const now = filed(both, of('a', 'dischargeSummary', '1'));
    expect(states(now, 'a', 'invoice'), 'it was another paper').to.equal('missing');
    expect(states(now, 'a', 'dischargeSummary')).to.equal('received');
    expect(states(now, 'b', 'invoice'), 'nobody has touched it').to.equal('received');
  });

  it('what the insurer has received stays, whatever a file turns out to be', () => {
    const insurers: PaperOf = { type: 'received', document: 'invoice', person: 'a', at: AT, who: '张敏' };
    const now = filed(filed(facts([insurers]), of('a', 'invoice', '1')), of('a', 'dischargeSummary', '1'));
    expect(states(now, 'a', 'invoice')).to.equal('received');
  });
});
