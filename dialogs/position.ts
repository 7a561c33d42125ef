/** Where a frame stands, worked out once a frame: frames never change, and one message asks for it a dozen times. */
import { doubted } from './doubt.ts';
import { type Flow, type Frame, type Position, resolve } from './flow.ts';

const known = new WeakMap<Frame, { readonly flow: Flow; readonly position: Position }>();

/** A frame in which only what was said, heard or left has changed stands where it stood. */
export function standsAs(before: Frame, after: Frame): Frame {
  const position = known.get(before);
  if (position) known.set(after, position);
  return after;
}

export function positionOf(flow: Flow, frame: Frame): Position {
  const before = known.get(frame);
  if (before?.flow === flow) return before.position;
  const position = doubted(frame, resolve(flow, frame));
  known.set(frame, { flow, position });
  return position;
}
