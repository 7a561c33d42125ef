/** Who may use which route: `in` is served, `no` is refused (403), `door` is sent to the sign-in. Checked in by hand. */
export const ROLES = ['anonymous', 'adjuster', 'supervisor', 'auditor', 'administrator'] as const;
type Verdict = 'in' | 'no' | 'door';

const all: readonly Verdict[] = ['in', 'in', 'in', 'in', 'in'];
const doors: readonly Verdict[] = ['door', 'door', 'door', 'door', 'door'];
const staff: readonly Verdict[] = ['door', 'in', 'in', 'in', 'in'];
const talkers: readonly Verdict[] = ['door', 'in', 'in', 'no', 'in'];
const leaders: readonly Verdict[] = ['door', 'no', 'in', 'no', 'in'];
const readers: readonly Verdict[] = ['door', 'no', 'in', 'in', 'in'];
const administrators: readonly Verdict[] = ['door', 'no', 'no', 'no', 'in'];

export const MATRIX: Readonly<Record<string, readonly Verdict[]>> = {
  'GET /workbench': all,
  'GET /workbench/': doors,
  'POST /workbench/sign-in': all,
  'POST /workbench/sign-out': all,
  'GET /workbench/setup/:secret': all,
  'POST /workbench/setup/:secret': all,
  'GET /workbench/static/:name': all,
  'GET /workbench/queue': staff,
  'GET /workbench/queue/list': staff,
  'GET /workbench/queue/badge': staff,
  'GET /workbench/passed': talkers,
  'GET /workbench/search': staff,
  'POST /workbench/search': staff,
  'GET /workbench/live': staff,
  'POST /workbench/presence': talkers,
  'POST /workbench/tickets/:ticket/take': talkers,
  'POST /workbench/tickets/:ticket/done': talkers,
  'GET /workbench/c/:id': staff,
  'GET /workbench/c/:id/lines': staff,
  'GET /workbench/c/:id/side': staff,
  'GET /workbench/c/:id/take': talkers,
  'GET /workbench/c/:id/live': staff,
  'GET /workbench/c/:id/files/:file': staff,
  'POST /workbench/c/:id/reveal': talkers,
  'POST /workbench/c/:id/open': talkers,
  'POST /workbench/c/:id/accept': talkers,
  'POST /workbench/c/:id/take-over': talkers,
  'POST /workbench/c/:id/say': talkers,
  'POST /workbench/c/:id/send': talkers,
  'POST /workbench/c/:id/note': talkers,
  'POST /workbench/c/:id/promise': talkers,
  'POST /workbench/c/:id/kept': talkers,
  'POST /workbench/c/:id/looked-after': talkers,
  'POST /workbench/c/:id/which': talkers,
  'POST /workbench/c/:id/correct': talkers,
  'POST /workbench/c/:id/adopt': talkers,
  'POST /workbench/c/:id/let-in/whom': talkers,
  'POST /workbench/c/:id/let-in': talkers,
  'POST /workbench/c/:id/shut-out': talkers,
  'POST /workbench/c/:id/call': talkers,
  'POST /workbench/c/:id/assign': leaders,
  'POST /workbench/c/:id/typing': talkers,
  'POST /workbench/c/:id/transfer': talkers,
  'POST /workbench/c/:id/hand-back': talkers,
  'POST /workbench/c/:id/close': talkers,
  'GET /workbench/k/:claim': staff,
  'POST /workbench/k/:claim/record': talkers,
  'POST /workbench/k/:claim/reveal': talkers,
  'GET /workbench/me': staff,
  'POST /workbench/me/reach': staff,
  'POST /workbench/me/languages': staff,
  'POST /workbench/me/password': staff,
  'GET /workbench/audit': readers,
  'GET /workbench/people': administrators,
  'POST /workbench/people': administrators,
  'POST /workbench/people/:account': administrators,
};
