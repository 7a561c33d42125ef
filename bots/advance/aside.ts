/** General questions about money for treatment, answered where they are asked; what was open goes on. */
import { money } from '../../claims/figure.ts';
import { parseYuan } from '../../claims/money.ts';
import { openQuestion } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { MoneyAside } from '../../understanding/moneyAsideNames.ts';
import { lawFigure, lawSource } from '../lawFigure.ts';
import { hasClaim } from '../menu.ts';
import { type Whose, whose } from '../papers/whose.ts';
import { type Scope, sayBeside } from '../scope.ts';
import { splitSays } from './example.ts';
import { backSays, heardKeep, keepSays } from './keeping.ts';
import { simpleSays } from './plan.ts';
import { isFamily } from './sight.ts';

/** At the roadside, and in accounts of it, what to do there comes first. */
const NOT_IN: ReadonlySet<string> = new Set(['report', 'details', 'correction']);

export async function answersAside(scope: Scope, aside: MoneyAside, text = ''): Promise<boolean> {
  const { draft, runtime } = scope;
  const open = openQuestion(runtime, draft.state.talk);
  const speaking = draft.state.lastSaid.startsWith('advance.');
  const { kind, name } = open?.position.ask ?? {};
  const tells = kind?.kind === 'text' || name === 'danger';
  if (open && !speaking && tells && NOT_IN.has(open.frame.flow)) return false;
  const says = await asideSays(scope, aside, text);
  const again = toldJustNow(scope, says);
  draft.set({ lastAside: again ? '' : (says[0]?.key ?? '') });
  return sayBeside(scope, ...(again ? [{ key: 'advance.sameAgain', quick: ['human', 'advanceReply'] }] : says));
}

/** What was told a moment ago is not told word for word again. */
function toldJustNow({ draft }: Scope, [only, ...others]: readonly Say[]): boolean {
  const { lastAside, lastSaid } = draft.state;
  if (!only || others.length > 0 || only.key !== lastAside) return false;
  return only.key === lastSaid || SINCE.has(lastSaid);
}

/** What may have followed by itself. */
const SINCE: ReadonlySet<string> = new Set(['', 'advance.reply', 'advance.proof', 'advance.back']);

const LAW: Readonly<Partial<Record<MoneyAside, string>>> = {
  expired: 'cover.expiredLicence',
  licence: 'flight.licence',
  stopsCare: 'rescue.hospital.noDelay',
  whenDetermined: 'police.clock.determination',
  recourse: 'compulsory.recourse.rescueFee',
  sued: 'court.jointDefendant',
  employed: 'liable.employer',
  forHire: 'cover.dangerGrown',
  borrowed: 'liable.borrower',
  ownShare: 'commercial.usuallyNotCovered',
  noPolice: 'report.police.afterLeaving',
  lateReport: 'report.late.consequence',
  pledge: 'deduction.privatePromise',
  isRescue: 'compulsory.rescueFee.meaning',
  whyFirst: 'deduction.compulsoryFirst',
};
/** Where others than the next way to money and a person are offered. */
const QUICK: Readonly<Partial<Record<MoneyAside, readonly string[]>>> = {
  others: ['advanceFirst', 'advanceNext', 'human'],
  toWhom: ['advanceProof', 'advanceBack', 'human'],
  transfer: ['advanceProof', 'advanceBack', 'human'],
  premium: ['report', 'human'],
  prison: ['advanceReply', 'human'],
  borrowed: ['advanceReply', 'human'],
  secret: ['human'],
  noPolice: ['human'],
  ownShare: ['advanceReply', 'advanceBack', 'human'],
  ordinaryCare: ['advanceNext', 'human'],
  notReported: ['report', 'human'],
  forHire: ['advanceReply', 'human'],
  paidNothing: ['advanceReply', 'human'],
  short: ['advanceProof', 'human'],
  whoApplied: ['human'],
  besieged: ['advanceReply', 'human'],
  employed: ['advanceReply', 'advanceProof', 'human'],
  today: ['advanceReply', 'advanceProof', 'human'],
  noNotice: ['human', 'advanceNext'],
  noList: ['advanceReply', 'human'],
  heldByThem: ['advanceProof', 'advanceBack', 'human'],
  lateReport: ['report', 'human'],
  stopsCare: ['advanceReply', 'human'],
  sued: ['human', 'advanceReply', 'advanceBack'],
  noTrace: ['advanceBack', 'human'],
  atFault: ['advanceProof', 'advanceBack', 'human'],
  pledge: ['advanceReply', 'human'],
  exposed: ['advanceReply', 'human'],
  fromThem: ['advanceReply', 'human'],
  carDamaged: ['advanceReply', 'human'],
  licence: ['advanceReply', 'human'],
  numberUse: ['verify', 'human'],
  noContact: ['human', 'verify'],
  findPolicy: ['human'],
  deliver: ['verify', 'human'],
  order: ['advanceReply', 'human'],
  unsureReported: ['report', 'human'],
  whereNumber: ['verify', 'human'],
  carried: ['advanceReply', 'human'],
  vehicle: ['advanceReply', 'human'],
  items: ['advanceReply', 'advanceBack', 'human'],
  whyFirst: ['advanceReply', 'advanceBack', 'human'],
  paidTo: ['advancePapers', 'human'],
  theNotice: ['advancePapers', 'human'],
  ownPart: ['advanceMine', 'human'],
  missed: ['advanceReply', 'advanceBack', 'progress', 'human'],
};

const quickOf = (asked: MoneyAside): readonly string[] => QUICK[asked] ?? ['advanceNext', 'human'];

/** `text`: what was asked, where a sum in it counts. */
export async function asideSays(scope: Scope, asked: MoneyAside, text = ''): Promise<readonly Say[]> {
  toldCompulsory(scope, asked);
  const own = await whose(scope);
  const first = SUMS.has(asked) ? splitSays(scope, text, own) : undefined;
  const says = first ?? (isFamily(scope, own) ? ofFamily(scope, asked, own) : undefined);
  if (says) return says;
  if (asked === 'deliver' && hasClaim(scope)) return [{ key: 'advance.aside.deliverHere', quick: ['human'] }];
  if (asked === 'platform' && !scope.draft.state.hurtSide)
    return [{ key: 'advance.aside.platformDriver', quick: quickOf('forHire') }];
  if (asked === 'items') return itemsSays(scope);
  if (asked === 'limit' || asked === 'howMuch') return mostSays(scope);
  // Whoever pays for the other side asks for his own money.
  if (asked === 'repay' && heardKeep(scope)) return backSays(scope);
  if (asked === 'simple') return simpleSays(scope, own);
  const days = asked === 'whenDetermined' ? daysOf(scope) : {};
  return [
    { key: `advance.aside.${asked}`, values: { source: sourceOf(scope, LAW[asked]), ...days }, quick: quickOf(asked) },
  ];
}

/** What those who were hurt hear instead; whoever was hurt gives nobody money. */
function ofFamily(scope: Scope, asked: MoneyAside, own: Whose | undefined): readonly Say[] | undefined {
  const source = sourceOf(scope, LAW.stopsCare);
  if (asked === 'stopsCare')
    return [{ key: 'advance.aside.stopsCareFamily', values: { source }, quick: quickOf(asked) }];
  if (asked === 'toWhom') return [{ key: 'advance.payee', quick: ['advanceNext', 'human'] }];
  return asked === 'today' ? keepSays(scope, own) : undefined;
}

/** How long the police may take. */
const daysOf = (scope: Scope) => ({
  days: lawFigure(scope, 'police.clock.determination'),
  after: lawFigure(scope, 'clock.police.afterExamination'),
});
const SUMS: ReadonlySet<MoneyAside> = new Set(['howMuch', 'limit', 'ownShare', 'ownPart']);

/** These are of the first way: “还有别的办法吗” behind them goes on with the next. */
const OF_COMPULSORY: ReadonlySet<MoneyAside> = new Set(['whatIs', 'who', 'howMuch', 'limit', 'theNotice', 'noNotice']);
function toldCompulsory({ draft }: Scope, asked: MoneyAside): void {
  if (OF_COMPULSORY.has(asked) && draft.state.advance === undefined)
    draft.set({ advance: { route: 'compulsory', whom: {} } });
}

/** “强制险最多付多少，说个数”: by whether the car has any fault; without a figure on file a person is asked. */
function mostSays(scope: Scope): readonly Say[] {
  const most = sumOf(scope, 'compulsory.medical.limit');
  const least = sumOf(scope, 'compulsory.medical.limit.noFault');
  if (most === '' || least === '') return UNKNOWN;
  const values = { most, least, source: sourceOf(scope, 'compulsory.medical.limit') };
  return [{ key: 'advance.aside.howMuch', values, quick: quickOf('howMuch') }];
}

/** “护理费、误工费赔不赔”: in which limb each of them stands, and the most of that limb. */
function itemsSays(scope: Scope): readonly Say[] {
  const lost = sumOf(scope, 'compulsory.deathDisability.limit');
  const medical = sumOf(scope, 'compulsory.medical.limit');
  if (lost === '' || medical === '') return UNKNOWN;
  const values = { lost, medical, source: sourceOf(scope, 'limb.lostIncome') };
  return [{ key: 'advance.aside.items', values, quick: quickOf('items') }];
}
const UNKNOWN: readonly Say[] = [{ key: 'advance.amount', quick: ['human'] }];

/** Yuan of a limit, as it is read; empty: it is not on file. */
function sumOf(scope: Scope, id: string): string {
  const figure = lawFigure(scope, id);
  return figure === '' ? '' : money(parseYuan(figure));
}

const sourceOf = (scope: Scope, law: string | undefined) => (law === undefined ? '' : lawSource(scope, law));
