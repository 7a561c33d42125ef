/** What a message can want. In order of priority: where several fit, the first is meant. */
export const INTENTS = [
  'emergency',
  'human',
  'cancel',
  'restart_menu',
  'correct',
  'confirm_yes',
  'confirm_no',
  'thanks_bye',
  'smalltalk_or_greeting',
  'help',
  'out_of_scope',
  'scene',
  'advance',
  'documents',
  'progress',
  'deduction',
  'estimate',
  'mediation',
  'report',
] as const;
export type Intent = (typeof INTENTS)[number];

/** What the classifier tells apart: despair is somebody who wants a person, and more than that. */
export const CLASSES = [...INTENTS, 'crisis'] as const;
export type Class = (typeof CLASSES)[number];
