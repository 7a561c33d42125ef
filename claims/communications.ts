/** The six communications of a claim: what was recorded of each, and by when it is due again. */
import type { ClaimEvent } from '../store/ports.ts';
import { dayOf, instantOf, type Moment, nameOf } from './clocks/days.ts';
import { type Pressure, pressure } from './contact.ts';
import { allKept, isFirstContact, type PromiseMade } from './promises.ts';
import type { Communication, CommunicationKind } from './recording/types.ts';

/** In their order. */
export const COMMUNICATIONS: readonly CommunicationKind[] = [
  ...(['firstContact', 'visit', 'doctor', 'guidance', 'review', 'escalation'] as const),
];

export const isCommunication = (kind: unknown): kind is CommunicationKind => COMMUNICATIONS.some((one) => one === kind);

interface Facts {
  readonly promises: readonly PromiseMade[];
  readonly communications?: readonly Communication[];
  /** What was said in the conversation is a first contact too. */
  readonly contacted?: { readonly at: number; readonly who: string };
}

/** A first contact that was made elsewhere keeps the promise of it. */
export function communicated<F extends Facts>(facts: F, event: ClaimEvent): F {
  const said = event.data as unknown as Communication;
  const communications = [...(facts.communications ?? []), said];
  if (said.kind !== 'firstContact') return { ...facts, communications };
  const contacted = facts.contacted ?? { at: event.at, who: said.who };
  return { ...facts, communications, contacted, promises: allKept(facts, event, isFirstContact) };
}

export interface Step {
  readonly kind: CommunicationKind;
  readonly last?: Omit<Communication, 'kind' | 'at' | 'next'> & { readonly at: Moment | number };
  /** A day counts until its end. */
  readonly due?: Moment;
  readonly state: Pressure | 'none';
}

/** Each of the six; `soon` from `warning` percent of its time on. */
export const sixOf = (facts: Facts, now: number, warning: number): readonly Step[] =>
  COMMUNICATIONS.map((kind) => {
    const last = lastOf(facts, kind);
    const time = promisedOf(facts, kind) ?? nextOf(last);
    const shown = last ?? (kind === 'firstContact' ? facts.contacted : undefined);
    return {
      kind,
      ...(shown && { last: shown }),
      ...(time ? { due: time.by, state: pressure(time, now, warning) } : { state: 'none' as const }),
    };
  });

/** The latest by when it was; of two of one time the one that was recorded later. */
const lastOf = ({ communications = [] }: Facts, kind: CommunicationKind): Communication | undefined =>
  communications
    .filter((one) => one.kind === kind)
    .toSorted((a, b) => instantOf(a.at, 'at') - instantOf(b.at, 'at'))
    .at(-1);

interface Time {
  readonly by: Moment;
  readonly from: number;
  readonly due: number;
}

/** Of the first contact, as long as it is owed. */
function promisedOf({ promises }: Facts, kind: CommunicationKind): Time | undefined {
  const promise = kind === 'firstContact' ? promises.findLast(isFirstContact) : undefined;
  if (!promise || promise.kept) return undefined;
  const { at, by, from } = promise;
  return { by, from: from === undefined ? at : Date.parse(from), due: Date.parse(by) };
}

function nextOf(last: Communication | undefined): Time | undefined {
  if (last?.next === undefined) return undefined;
  const ends = instantOf(nameOf(dayOf(last.next, 'next') + 1), 'next');
  return { by: last.next, from: instantOf(last.at, 'at'), due: ends };
}
