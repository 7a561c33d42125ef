/** Danger before everything else: whom to call now and what to say there. */
import type { Report } from '../../claims/report.ts';
import { choice } from '../../prompts/index.ts';
import * as words from '../../prompts/vocabulary.ts';
import { ask, type Script, tell } from '../flow.ts';

export function* safety(): Script<Report['danger']> {
  const danger = yield* ask('danger', choice(words.dangerNow), { stage: 'safety' });
  if (danger === 'none' || danger === 'away') return 'none';
  if (danger === 'unsure') {
    yield* tell('report.danger.unsure', { calls: ['120'] });
    return 'none';
  }
  yield* tell(`report.danger.${danger}`, { calls: ['120', '122'], raise: 'danger' });
  yield* tell('report.danger.script');
  yield* ask('called', choice(words.called), { stage: 'safety', calls: ['120', '122'] });
  return danger;
}
