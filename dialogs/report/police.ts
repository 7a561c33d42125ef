/** That the police know, told anywhere in a report. */
import { knowsPolice, policeArrived, policeCame } from '../../prompts/index.ts';
import type { Answers } from '../flow.ts';
import type { Revision } from '../restated.ts';

/** They are there now; or were, and whoever tells it is at the scene no more. */
export function policeIn(text: string): Record<string, unknown> {
  if (policeCame(text)) return { scene: 'movedCalled', police: 'yes' };
  return policeArrived(text) ? { scene: 'hereCalled', police: 'yes' } : {};
}

/** “打过122了”, “交警到了” after the police were not called yet. */
export function policeNow(text: string, asked: string, answers: Answers): Revision | undefined {
  if (!knowsPolice(text) || /^(?:scene|police|called|danger|what)$/.test(asked)) return undefined;
  if (answers.scene?.value === 'hereNotCalled') return { name: 'scene', value: 'hereCalled' };
  return answers.police?.value === 'no' ? { name: 'police', value: 'yes' } : undefined;
}
