/** The number at which a person can be reached: what was said last, not what was said first. */
import type { State } from './state.ts';

export function contactPhone(state: State): string | undefined {
  const frames = [...state.talk.stack].reverse().concat(Object.values(state.talk.shelf));
  const running = frames
    .map((frame) => frame.answers.phone?.value)
    .find((phone) => typeof phone === 'string' && phone !== 'unknown');
  return typeof running === 'string' ? running : (state.phone ?? state.verified?.phone);
}
