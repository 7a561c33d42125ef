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
