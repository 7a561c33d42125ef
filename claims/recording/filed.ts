/** Files that a person sent, said to be a paper of the list. Pure. */
import type { ClaimFacts } from '../fold.ts';
import { filedAs } from './shapes.ts';
import type { PaperFiled, PaperOf } from './types.ts';

/** What was sent is received; a file is one paper, the last that it was said to be. */
export function filed(facts: ClaimFacts, data: PaperFiled): ClaimFacts {
  const before = facts.filed ?? [];
  const left = before.map((one) => ({ ...one, files: one.files.filter((file) => !data.files.includes(file)) }));
  const others = [...left.filter(({ files }) => files.length > 0), data];
  // What turned out to be another paper was not received.
  const empty = left.filter((paper) => others.every((one) => !isSame(one, paper)));
  // What a colleague or the claim system has received was not received by this file.
  const gone = (paper: PaperOf): boolean =>
    paper.type === 'received' && paper.who === undefined && empty.some((one) => isSame(one, paper));
  const papers = (facts.papers ?? []).filter((one) => !gone(one));
  return { ...facts, filed: others, papers: [...papers, filedAs(data)] };
}

type Named = Pick<PaperFiled, 'document' | 'person'>;
const isSame = (a: Named, b: Named): boolean => a.document === b.document && a.person === b.person;
