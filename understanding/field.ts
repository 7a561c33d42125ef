/** “时间填错了”: which answer of a report the words name. */

import { choice } from '../prompts/choice.ts';
import type { Now } from '../prompts/kind.ts';
import { reportField } from '../prompts/vocabularyScene.ts';

export type ReportField = (typeof reportField.options)[number];

export const fieldIn = (text: string, now: Now): ReportField | undefined =>
  choice(reportField).find(text, now)[0]?.value;
