/** A colleague puts a fact right: she types it, picks it, or takes over what the person has told her. */
import { pictureOf } from '../../bots/picture.ts';
import { takenOver } from '../disagreeing.ts';
import type { Colleague } from '../web/visit.ts';
import { doing, field, keyOf } from './doing.ts';

/** A name of ours; what else was sent is not noted either. */
const named = (visit: Colleague, name: string): string => /^[\w.]{1,60}$/.exec(field(visit, name))?.[0] ?? '';

/** What is typed is read like an answer to the question itself. */
export const correct = doing(
  'correct',
  (desk, visit, { conversation }, me) => {
    const option = field(visit, 'option');
    const said = option ? { value: option } : { text: field(visit, 'text') };
    const right = { field: named(visit, 'field'), seen: Number(field(visit, 'seen') || '-1'), ...said };
    return desk.floor.correct(conversation.id, me, right, keyOf(visit));
  },
  'side',
  (visit) => ({ field: named(visit, 'field') }),
);

/** As it is worked out now: what has been settled meanwhile is not taken over. */
export const adopt = doing(
  'correct',
  async (desk, visit, found, me) => {
    const picture = await pictureOf(desk, found.conversation);
    const right = await takenOver(desk, found, picture, field(visit, 'what'));
    if (!right) return { status: 'changed' };
    return desk.floor.correct(found.conversation.id, me, right, keyOf(visit));
  },
  'side',
  (visit) => ({ field: `report.${named(visit, 'what')}` }),
);
