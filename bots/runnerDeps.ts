/** What taking turns needs. */
import type { ConversationId, Store, Wake } from '../store/ports.ts';
import type { TurnDeps } from './deps.ts';
import type { Hand } from './dispatch.ts';

export interface RunnerDeps {
  readonly store: Store;
  readonly turn: TurnDeps;
  readonly wake: Wake;
  readonly now: () => number;
  /** Channels whose messages are pushed to them. */
  readonly pushChannels: ReadonlySet<string>;
  /** Takes what was committed on its way; else whoever sends finds it. */
  readonly hand?: Hand;
  readonly watch: Watch;
}
/** What metrics and logs hear of. Never a word of a person. */
export interface Watch {
  turn(milliseconds: number): void;
  failed(conversation: ConversationId, error: unknown): void;
  stale(): void;
}
