/** “时间填错了”: which answer of a report the words name. */

import { choice } from '../prompts/choice.ts';
import type { Now } from '../prompts/kind.ts';
import { reportField, sceneTopic } from '../prompts/vocabularyScene.ts';

export type ReportField = (typeof reportField.options)[number];

export const fieldIn = (text: string, now: Now): ReportField | undefined =>
  choice(reportField).find(text, now)[0]?.value;

/** “能私了吗” asks for one thing at the scene; “现场怎么办” for all of them. */
export function sceneTopicIn(text: string, now: Now): 'moving' | 'leaving' | 'private' | undefined {
  const topics = choice(sceneTopic)
    .find(text, now)
    .map((found) => found.value);
  return topics.find((topic) => topic === 'moving' || topic === 'leaving' || topic === 'private');
}
