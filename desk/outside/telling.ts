/** Looks whenever the queue changes; where something was not taken, again after a growing pause. */
import { QUEUE } from '../../bots/acts.ts';
import { backOff } from '../../bots/deliver.ts';
import type { Wake } from '../../store/ports.ts';

/** Milliseconds between looks that nobody asked for: word of another process can be lost. */
const EVERY = 15_000;
const SOONEST = 1_000;

export interface TellingDeps {
  /** False where something is left for later. */
  readonly look: () => Promise<boolean>;
  readonly wake: Pick<Wake, 'subscribe'>;
  readonly random: () => number;
}

export function keepTelling({ look, wake, random }: TellingDeps): { close(): void } {
  let [failures, running, asked, ended] = [0, false, false, false];
  let timer: NodeJS.Timeout | undefined;
  const round = async (): Promise<void> => {
    asked = true;
    if (running) return;
    running = true;
    clearTimeout(timer);
    while (asked && !ended) {
      asked = false;
      failures = (await look()) ? 0 : failures + 1;
      if (failures > 0) break;
    }
    running = false;
    const pause = failures === 0 ? EVERY : SOONEST + backOff(failures, random);
    if (!ended) timer = setTimeout(() => void round(), pause).unref();
  };
  // A desk that is down is not asked more often because more people come.
  const leave = wake.subscribe(QUEUE, () => void (failures === 0 && round()));
  void round();
  return {
    close: () => {
      ended = true;
      clearTimeout(timer);
      leave();
    },
  };
}
