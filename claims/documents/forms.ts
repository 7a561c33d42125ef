/** In which form a paper is taken. Which originals an insurer keeps differs (document.originals). */
import type { Form } from './types.ts';

export const SCANNED: readonly Form[] = ['photo', 'pdf', 'paper'];
/** Invoices and statements often exist as a file only. */
export const ELECTRONIC: readonly Form[] = [...SCANNED, 'electronic'];
