/** 责任比例: what lies beyond compulsory insurance is shared by fault. Nothing inside its limits is. */
import { difference, leaf, product } from '../../figure.ts';
import { one } from '../../money.ts';
import { must } from '../basis.ts';
import type { Reason } from '../reason.ts';

export const faultRatio: Reason = {
  code: 'faultRatio',
  items: 'all',
  law: ['deduction.faultRatio', 'deduction.compulsoryFirst'],
  figures: { 'change.review': { days: { law: 'police.clock.review', part: 'value' } } },
  basis: { excess: 'yuan', fault: 'share' },
  proves: 'nobody',
  bearer: 'victim',
  alwaysPerson: false,
  changes: ['review', 'walker', 'courtRatio'],
  figure: ({ of, has, fault }) =>
    product(of('excess'), difference(leaf('share', 'whole', one), has('fault') ? of('fault') : must(fault, 'fault'))),
  doubt: ({ fault }) => (fault && fault.value.n === fault.value.d ? 'wholeFault' : undefined),
};
