import type { ConversationId, Wake } from './ports.ts';

/** Wakes listeners of this process only. A listener that throws is reported and does not keep the others asleep. */
export function localWake(): Wake {
  const listeners = new Map<ConversationId, Set<() => void>>();

  function wake(conversation: ConversationId): void {
    for (const listener of [...(listeners.get(conversation) ?? [])]) {
      try {
        listener();
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }

  function subscribe(conversation: ConversationId, listener: () => void): () => void {
    // A wrapper of its own, so that the same function may be subscribed twice.
    const entry = () => listener();
    const set = listeners.get(conversation) ?? new Set();
    listeners.set(conversation, set.add(entry));
    return () => {
      set.delete(entry);
      if (set.size === 0 && listeners.get(conversation) === set) listeners.delete(conversation);
    };
  }

  return { wake, subscribe };
}
