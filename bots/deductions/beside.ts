/** What is asked beside the lines of a settlement, answered from its facts and from the law; each answer ends with something to do. */

import { dayAt, nameOf } from '../../claims/clocks/days.ts';
import { reasonSayings } from '../../claims/deductions/general.ts';
import { money } from '../../claims/figure.ts';
import { parseYuan, sumFen } from '../../claims/money.ts';
import { withoutTop } from '../../dialogs/runtime.ts';
import type { Say } from '../../dialogs/say.ts';
import type { BesideCuts } from '../../understanding/besideCuts.ts';
import { lawFigure, lawSource } from '../lawFigure.ts';
import type { Scope } from '../scope.ts';
import { shown } from '../shown.ts';
import { limitSays } from './limit.ts';
import { outsideSay } from './objecting.ts';
import { cutSay, cutsOf } from './one.ts';
import { howAnsweredSays, inWritingSays, partFirstSays } from './partFirst.ts';
import { pathSay } from './path.ts';
import { isOver } from './periods.ts';
import type { Seen } from './seen.ts';
import { isObjecting } from './topic.ts';
import { nameOfHurt, type Own } from './whole.ts';

type Liable = Extract<Seen, { kind: 'liable' }>;

export const termSay = (term: string, quick: readonly string[]): Say => ({ key: `explanation.term.${term}`, quick });

/** `last`: the number of the line that was told last. */
export const besideSays = (scope: Scope, seen: Own | Liable, asked: BesideCuts, last: number): readonly Say[] =>
  ofBoth(scope, seen, asked) ?? (seen.kind === 'own' ? ofOwn(scope, seen, asked, last) : ofLiable(seen, asked));

/** Undefined: it is not the same for both sides. */
function ofBoth(scope: Scope, seen: Own | Liable, asked: BesideCuts): readonly Say[] | undefined {
  const quick = ['human'];
  const figure = (id: string): string => lawFigure(scope, id);
  const source = (id: string) => lawSource(scope, id);
  switch (asked) {
    case 'accepts':
      return accepts(scope);
    case 'outside':
      return [seen.kind === 'own' ? outsideSay(scope, seen.facts, quick) : outsideLiable(figure)];
    case 'review':
      return [reviewSay(scope, seen, { days: figure('police.clock.review'), source: source('police.clock.review') })];
    case 'signed': {
      const values = {
        ...{ days: figure('clock.agreement.mistake'), years: figure('clock.agreement.fraud') },
        source: source('clock.agreement.mistake'),
      };
      return [{ key: 'explanation.signed', values, quick }];
    }
    case 'sued':
      return [{ key: 'explanation.sued', quick }];
    case 'whenPaid': {
      const values = { days: figure('clock.commercial.payment'), source: source('clock.commercial.payment') };
      return [{ key: seen.kind === 'own' ? 'explanation.whenPaid' : 'explanation.liableWhen', values, quick }];
    }
    default:
      return undefined;
  }
}

function ofOwn(scope: Scope, own: Own, asked: BesideCuts, last: number): readonly Say[] {
  const quick = ['object', 'human'];
  if (asked === 'advanced' || asked === 'notReceived') return [advanced(own, asked)];
  if (asked === 'myShare' || asked === 'theirMoney') return borneBy(own, last);
  if (asked === 'simpler') return [simpler(own, last), ...gaveBack(own, last)];
  if (asked === 'limit') return limitSays(scope, own);
  if (asked === 'refuses') return [{ key: 'explanation.liableRefuses', quick: ['human'] }];
  if (asked === 'everyLine') return everyLine(own);
  if (asked === 'inWriting') return inWritingSays(own);
  if (asked === 'partFirst') return partFirstSays(scope, own);
  if (asked === 'howAnswered') return howAnsweredSays(scope, own);
  if (asked === 'wrongPerson')
    return [{ key: 'explanation.whose', values: { name: nameOfHurt(own) }, quick: ['human'] }];
  if (asked === 'missed') return [{ key: 'explanation.missed', quick: ['deduction', 'firstCut', 'object', 'human'] }];
  const plain = PLAIN[asked];
  if (asked !== 'proof') return plain === undefined ? [pathSay(scope)] : [{ key: plain, quick }];
  const cuts = cutsOf(own.explanation);
  const cut = cuts.find(({ n }) => n === last) ?? cuts[0];
  if (!cut) return [];
  const law = scope.deps.clocks.law.at(nameOf(dayAt(scope.draft.at)));
  const all = reasonSayings(cut.cut.reason.code, law).filter(({ key }) => /\.(?:proves|change)\./.test(key));
  const key = cut.cut.reason.code === 'faultRatio' ? 'explanation.proofFault' : 'explanation.proof';
  return [{ key, values: { n: cut.n, sayings: shown('sayings', all) }, quick }];
}

/** His own time against his insurer is another than hers (保险法 26, 解释四 18). */
function outsideLiable(figure: (id: string) => string): Say {
  const phone = figure('hotline.complaints');
  const values = { phone, years: figure('clock.limitation.insured') };
  return { key: 'explanation.outsideLiable', values, calls: phone ? [phone] : [], quick: ['human'] };
}

/** Of blame only the police hear; what is over is told as over. */
const reviewSay = (scope: Scope, { facts }: Own | Liable, values: NonNullable<Say['values']>): Say => ({
  key: isOver(scope, facts, 'police.clock.review') ? 'explanation.reviewOver' : 'explanation.review',
  values,
  quick: ['human'],
});

/** What was paid before, by whom; a person looks where it never arrived. */
function advanced({ settlement }: Own, asked: 'advanced' | 'notReceived'): Say {
  const insurers = settlement.advances.filter(({ by }) => by === 'insurer').map(({ amount }) => parseYuan(amount));
  if (insurers.length === 0) return { key: 'explanation.advancedNone', quick: ['human'] };
  const values = { amount: money(sumFen(insurers)) };
  const key = asked === 'advanced' ? 'explanation.advanced' : 'explanation.notReceived';
  return { key, values, quick: ['advanceMine', 'human'] };
}

/** “听不懂，你说人话”: the least that can be said of it. */
function simpler({ explanation }: Own, last: number): Say {
  const cuts = cutsOf(explanation);
  const cut = cuts.find(({ n }) => n === last);
  if (!cut) {
    const less = sumFen(cuts.map((one) => one.cut.amount));
    return {
      key: 'explanation.simpleWhole',
      values: { cut: money(less), count: cuts.length },
      quick: ['firstCut', 'human'],
    };
  }
  const values = {
    amount: money(cut.cut.amount),
    item: shown('item', cut.line.item),
    reason: shown('cutReason', cut.cut.reason.code),
  };
  return { key: 'explanation.simpleLine', values, quick: ['object', 'human'] };
}

/** “这四千二还能要回来不”, behind the plainest words. */
function gaveBack(own: Own, last: number): readonly Say[] {
  const line = borneLine(own, last);
  return line ? [{ ...line, quick: ['object', 'human'] }] : [];
}

/** Whoever bears it instead; undefined: nobody does. */
function borneLine({ explanation }: Own, last: number): Say | undefined {
  const cut = cutsOf(explanation).find(({ n }) => n === last);
  if (cut?.cut.bearer !== 'driver') return undefined;
  return { key: 'explanation.borneLine', values: { n: cut.n, amount: money(cut.cut.amount) } };
}

/** “两条都说下怎么算的”: more than these are read by nobody on a phone. */
const MOST_LINES = 3;
function everyLine({ explanation }: Own): readonly Say[] {
  const cuts = cutsOf(explanation);
  return cuts.slice(0, MOST_LINES).map((cut) => cutSay(cut, cuts.length));
}

/** Of the line that was spoken of first; then of all. */
function borneBy(own: Own, last: number): readonly Say[] {
  const line = borneLine(own, last);
  return [...(line ? [line] : []), borne(own)];
}

/** What stays with whoever was hurt for now, by this calculation, and what whoever is liable bears. */
function borne({ explanation }: Own): Say {
  const of = (bearer: string): string => {
    const theirs = cutsOf(explanation).filter(({ cut }) => cut.bearer === bearer);
    return theirs.length === 0 ? '' : money(sumFen(theirs.map(({ cut }) => cut.amount)));
  };
  const values = { amount: of('victim'), liable: of('driver') };
  return { key: 'explanation.borne', values, quick: ['object', 'human'] };
}

/** These hold of any claim. */
const PLAIN: Readonly<Partial<Record<BesideCuts, string>>> = {
  courtFee: 'explanation.courtFee',
  forecast: 'explanation.forecast',
  shareFrom: 'explanation.shareFrom',
  noPaper: 'explanation.noPaper',
  doctorsPaper: 'explanation.doctorsPaper',
  isItRight: 'explanation.isItRight',
  readPaper: 'explanation.readPaper',
};
const PLAIN_TO_LIABLE: ReadonlySet<BesideCuts> = new Set(['courtFee', 'forecast', 'shareFrom']);

function ofLiable({ rows }: Liable, asked: BesideCuts): readonly Say[] {
  const sum = money(sumFen(rows.map(({ amount }) => parseYuan(amount))));
  if (asked === 'nextStep') return [{ key: 'explanation.liableNext', quick: ['firstCut', 'human'] }];
  if (asked === 'myShare') return [{ key: 'explanation.liableOnly', values: { sum }, quick: ['firstCut', 'human'] }];
  const plain = PLAIN_TO_LIABLE.has(asked) ? PLAIN[asked] : undefined;
  return [{ key: plain ?? 'explanation.liableAsks', quick: ['human'] }];
}

/** Nothing is objected to any more; nothing is signed by it either. */
function accepts({ draft }: Scope): readonly Say[] {
  const { talk } = draft.state;
  if (isObjecting(talk)) draft.set({ talk: withoutTop(talk) });
  return [{ key: 'explanation.accepts', quick: ['deduction', 'progress', 'human'] }];
}
