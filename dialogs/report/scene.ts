/** Whether police know, and whether the person is still there: one tap for who drove, one for a patient or a family. */
import { mustCallPolice, type Report, type Where } from '../../claims/report.ts';
import { choice, inBeijing, orUnknown, yesNo } from '../../prompts/index.ts';
import * as words from '../../prompts/vocabulary.ts';
import { aboutPolice } from '../../prompts/vocabulary-police.ts';
import { ask, type Script, tell } from '../flow.ts';

type Scene = Pick<Report, 'scene' | 'policeCalled'>;

/** `over`: it happened longer ago than a day. */
export function* policeAndScene(
  role: Report['role'],
  injuredCount: number | null,
  where: Where | null,
  over = false,
): Script<Scene> {
  if (role === 'injured' || role === 'family') return yield* victimsScene(role);
  const scene = yield* ask('scene', orUnknown(choice(words.sceneStatus)), { stage: 'check' });
  if (scene === 'tookToHospital' && over) yield* tell('report.tookThen');
  else if (scene === 'tookToHospital') yield* tell('report.tookToHospital', { calls: ['122'] });
  const policeCalled = scene === 'tookToHospital' || scene === 'moved' ? yield* askedPolice() : calledBy(scene);
  if (injuredCount !== 0 && mustCallPolice(scene, policeCalled)) yield* urge(scene, where);
  return { scene, policeCalled };
}

function* victimsScene(role: 'injured' | 'family'): Script<Scene> {
  const policeCalled = yield* askedPolice();
  const key = role === 'injured' ? 'report.victimNotCalled' : 'report.familyNotCalled';
  if (policeCalled !== true) yield* tell(key, { calls: ['122'] });
  return { scene: 'unknown', policeCalled };
}

/** Somebody who left and has not called hears how to put it right, and a person hears of it. */
function* urge(scene: Report['scene'], where: Where | null): Script<void> {
  if (scene === 'leftNotCalled') yield* tell('report.leftNotCalled', { calls: ['122'], raise: 'sensitive' });
  else yield* tell('report.callPolice', { calls: ['122'] });
  if (where && inBeijing(where.text)) yield* tell('report.beijing');
}

function* askedPolice(): Script<boolean | null> {
  const told = yield* ask('police', orUnknown(yesNo({ about: aboutPolice })), { stage: 'check' });
  return told === 'unknown' ? null : told === 'yes';
}

const calledBy = (scene: Report['scene']): boolean | null =>
  scene === 'unknown' ? null : scene === 'hereCalled' || scene === 'movedCalled';
