/** What is known before the questions about money for treatment begin; what another has told is nobody else's. */
import { wishFor } from '../../claims/advance/wish.ts';
import { mayNoteInjuries, type Report } from '../../claims/report.ts';
import type { Json, JsonObject } from '../../store/ports.ts';
import { consentsHere, reportedHere } from '../consented.ts';
import type { Whose } from '../papers/whose.ts';
import { type Given, type Patient, patientsOf } from './sight.ts';

/** The params of the flow, and its answers that are known; `said`: what the wish itself tells. All of it is read back before it is sent. */
export function beginningOf(
  given: Given,
  own: Whose,
  said: JsonObject,
): { readonly params: JsonObject; readonly known: JsonObject } {
  const patients = patientsOf(given, own);
  const report = own.facts.report as Partial<Report>;
  const placed = (report.where ?? own.facts.registered?.accident?.place ?? null) !== null;
  const params = {
    ...{ claim: own.id, consent: mayAsk(given, own), placed },
    people: patients.map(({ n, name }) => name || String(n ?? 1)),
    whom: patients.map(({ person, n }) => ({ ...(person !== undefined && { person }), ...(n !== undefined && { n }) })),
  };
  const [only, ...others] = patients;
  // What she says herself stands in her wish only if she agrees; what others have said is not looked at before.
  if (!params.consent) return { params, known: said };
  return { params, known: { ...(only && others.length === 0 && knownOf(given, own, only)), ...said } };
}

/** What was said of this purpose counts; else whether injuries may be noted, of whoever was asked that. */
export function mayAsk(given: Given, own: Whose): boolean {
  const said = consentsHere(given, own.id).filter(({ purpose }) => purpose === 'advance' || purpose === 'papers');
  const last = said.find(({ purpose }) => purpose === 'advance') ?? said[0];
  if (last) return last.state === 'given';
  return reportedHere(given, own.id) && mayNoteInjuries(own.facts.report as Partial<Report>);
}

/** Of her own wish before, or of her report and what was added to it. */
function knownOf(given: Given, own: Whose, { person, n, told }: Patient): JsonObject {
  const before = wishFor(own.facts.wishes, { ...(person !== undefined && { person }), ...(n !== undefined && { n }) });
  const hers = before?.from === given.draft.conversation.person ? before : undefined;
  const added = reportedHere(given, own.id) ? bedOf(own.facts.details) : {};
  const state = hers?.state ?? (told && STATES.has(told.state) ? told.state : undefined);
  return defined({
    state,
    hospital: hers?.hospital ?? told?.hospital ?? added.hospital,
    ward: hers?.ward ?? added.bed,
  });
}
const STATES: ReadonlySet<string> = new Set(['critical', 'inpatient', 'outpatient', 'notTreated']);

/** Where only one person lies, it is that one's. */
function bedOf({ patients }: JsonObject): { readonly hospital?: string; readonly bed?: string } {
  const all = (Array.isArray(patients) ? patients : []) as readonly JsonObject[];
  const [only] = all.length === 1 ? all : [];
  return only ? defined({ hospital: textOf(only.hospital), bed: textOf(only.bed) }) : {};
}
const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

const defined = <T extends Json>(all: Readonly<Record<string, T | undefined>>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
