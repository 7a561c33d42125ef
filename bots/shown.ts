/** A value that a template shows by its kind (locales/show.ts). */
import type { ShownAnswer } from '../dialogs/flow.ts';
import type { Json } from '../store/ports.ts';

export const shown = (kind: string, answer: unknown): ShownAnswer => ({ kind, answer: answer as Json });
