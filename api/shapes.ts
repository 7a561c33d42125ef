/** Which schema an event is checked by. */
import type { RecordingName } from '../claims/recording/types.ts';
import type { SchemaName } from './schemas.ts';

export const SHAPES: Readonly<Record<RecordingName, SchemaName>> = {
  stage: 'StageEvent',
  paper: 'PaperEvent',
  paperRequest: 'PaperRequestEvent',
  promise: 'PromiseEvent',
  promiseKept: 'PromiseKeptEvent',
  liability: 'LiabilityEvent',
  settlement: 'SettlementEvent',
  advance: 'AdvanceEvent',
  payment: 'PaymentEvent',
  assignment: 'AssignmentEvent',
  communication: 'CommunicationEvent',
};
export const EVENT_SHAPES = Object.values(SHAPES);
