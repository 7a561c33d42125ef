/** A colleague puts a fact right: read as its own question reads it, stored with whose word it is, heard by the person when the bot goes on. */
import { factKind } from '../dialogs/correction/facts.ts';
import type { Flow, Frame } from '../dialogs/flow.ts';
import { putRight } from '../dialogs/frame.ts';
import { positionOf } from '../dialogs/position.ts';
import { peopleOf } from '../dialogs/report/injured.ts';
import { flowNamed, framesOf } from '../dialogs/runtime.ts';
import { lookedUp } from '../dialogs/talk.ts';
import type { Kind } from '../prompts/kind.ts';
import type { ClaimId, Json, JsonObject } from '../store/ports.ts';
import type { Adjuster, DeskResult, Right } from './acts.ts';
import { replaced } from './assigning.ts';
import { standing } from './handoff.ts';
import type { Scope } from './scope.ts';
import { changesOf } from './source.ts';

const CHANGED: DeskResult = { status: 'changed' };

/** Of a report that was sent whoever sees it may; of one that is not, whoever has the floor. */
export async function rights(scope: Scope, adjuster: Adjuster, right: Right): Promise<DeskResult | undefined> {
  const { draft } = scope;
  const { claim, talk } = draft.state;
  draft.audit.push({ what: 'corrected', data: { adjuster: adjuster.id, field: right.field } });
  if (claim) return inClaim(scope, claim.id, adjuster, right);
  const handoff = standing(draft);
  if (draft.floor !== 'person' || handoff?.adjuster !== adjuster.id) return { status: 'notYours' };
  const frame = framesOf(talk).find(({ flow }) => flow === 'report');
  return frame ? inDraft(scope, frame, adjuster, right) : { status: 'invalid', what: 'nothing is known' };
}

async function inDraft(
  { draft, runtime }: Scope,
  frame: Frame,
  { name: by }: Adjuster,
  right: Right,
): Promise<DeskResult | undefined> {
  const flow = flowNamed(runtime, frame.flow);
  const name = right.field.replace(/^report\./, '');
  const before = frame.answers[name];
  const kind = kindIn(flow, frame, name);
  if (!kind || !before) return { status: 'invalid', what: 'there is no such fact' };
  if (before.at !== right.seen) return CHANGED;
  const read = saidFor(kind, right, draft.at);
  if ('status' in read) return read;
  const at = Math.max(draft.at, before.at + 1);
  const next = await lookedUp(runtime, putRight(flow, frame, name, { value: read.value, at, by }));
  const put = (one: Frame): Frame => (one === frame ? next : one);
  const { talk } = draft.state;
  const shelf = Object.fromEntries(Object.entries(talk.shelf).map(([key, one]) => [key, put(one)]));
  draft.set({ talk: { ...talk, stack: talk.stack.map(put), shelf } });
  if (name === 'phone' && typeof read.value === 'string' && read.value !== 'unknown') draft.set({ phone: read.value });
  return undefined;
}

/** What was answered has the kind of its question; what was told before it was asked, that of its field. */
function kindIn(flow: Flow, frame: Frame, name: string): Kind<unknown> | undefined {
  const item = positionOf(flow, frame).trail.find((one) => one.name === name);
  return item?.options.readBack ? undefined : (item?.of ?? factKind(`report.${name}`));
}

function saidFor(kind: Kind<unknown>, { text = '', value }: Right, at: number): { value: Json } | DeskResult {
  if (value !== undefined) return kind.accepts(value) ? { value } : { status: 'invalid', what: 'no such value' };
  const read = kind.read({ text, files: [] }, { at });
  if (read.kind === 'value') return { value: read.value as Json };
  if (read.kind === 'ambiguous') return { status: 'unread', key: 'desk.problem.ambiguous' };
  const { problem, values } = read;
  return { status: 'unread', key: `prompts.${kind.kind.split('.')[0]}.${problem}`, ...(values ? { values } : {}) };
}

async function inClaim(
  { draft, deps }: Scope,
  claim: ClaimId,
  { id, name }: Adjuster,
  right: Right,
): Promise<DeskResult | undefined> {
  await draft.know(claim, deps.store);
  const facts = draft.facts.get(claim);
  const kind = factKind(right.field);
  if (!facts || !kind) return { status: 'invalid', what: 'there is no such fact' };
  if (changesOf(right.field, facts.corrections).length !== right.seen) return CHANGED;
  const read = saidFor(kind, right, draft.at);
  if ('status' in read) return read;
  const changes = changesFor(right.field, read.value, facts);
  if (!changes) return { status: 'unread', key: 'desk.problem.names' };
  const [part] = right.field.split('.');
  draft.event(claim, 'corrected', { part: part ?? 'report', changes, by: id, who: name }, 'adjuster');
  if (typeof changes.phone === 'string') draft.set({ phone: changes.phone });
  if ('where' in changes || 'ownPlate' in changes) await replaced({ deps, draft }, claim);
  forgetQuestion({ draft }, right.field);
  return undefined;
}

/** As the person's own correction would write it; undefined where there are more or fewer names than people. */
function changesFor(
  field: string,
  value: Json,
  { report, details }: { readonly report: JsonObject; readonly details: JsonObject },
): JsonObject | undefined {
  const [, name = ''] = field.split('.');
  const known = value === 'unknown' && name !== 'scene' ? null : value;
  if (name === 'police') return { policeCalled: known === null ? null : known === 'yes' };
  if (name === 'injured') return peopleOf(value as never, report as never) as JsonObject;
  if (name === 'injuredCount' && typeof value === 'number') {
    const injured = (Array.isArray(report.injured) ? report.injured : []) as Json[];
    return { injuredCount: value, ...(value < injured.length ? { injured: injured.slice(0, value) } : {}) };
  }
  if (name !== 'patientNames') return { [name]: known };
  const names = value as readonly string[];
  const patients = (Array.isArray(details.patients) ? details.patients : []) as JsonObject[];
  if (names.length !== patients.length) return undefined;
  return { patients: patients.map((one, i) => ({ ...one, name: names[i] ?? null })) };
}

/** Which of two is right need not be asked any more, once a colleague has heard it. */
function forgetQuestion({ draft }: Pick<Scope, 'draft'>, field: string): void {
  const { talk } = draft.state;
  const asks = ({ flow, params }: Frame): boolean =>
    flow === 'correction' && `report.${String(params.field)}` === field;
  if (draft.floor === 'person' && talk.stack.some(asks))
    draft.set({ talk: { ...talk, stack: talk.stack.filter((frame) => !asks(frame)) } });
}
