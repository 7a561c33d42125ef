import { expect } from 'chai';
import fc from 'fast-check';
import type { Conversation, Store } from '../../../store/ports.ts';
import type { Current } from '../contract.ts';
import { bot, fresh, message, must, start, T0, turn } from '../fixtures.ts';

/** A turn runner as simple as it can be: takes what waits, answers each, tries again when stale. */
async function runTurn(store: Store, c: Conversation): Promise<void> {
  const now = await fresh(store, c);
  const taken = await store.pending(c.id);
  if (taken.length === 0) return;
  const texts = taken.map(({ payload }) => String(payload.text));
  const heard = [...((now.state.heard ?? []) as string[]), ...texts];
  const handledUpTo = must(taken.at(-1)).number;
  await store.commit(turn(now, { handledUpTo, state: { heard }, said: texts.map((text) => bot(`re ${text}`)) }));
}

export function orderContract(current: Current): void {
  describe('order', () => {
    it('loses, doubles and swaps nothing when messages, copies and rival turns come in any order', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom('new', 'copy', 'turn', 'rivals'), { maxLength: 40 }),
          async (steps) => {
            const { store } = current();
            const c = await start(store);
            const sent: string[] = [];
            for (const step of steps) {
              if (step === 'new') sent.push(`m${sent.length}`);
              const last = sent.at(-1);
              if ((step === 'new' || step === 'copy') && last)
                await store.accept(message(c, last, { at: T0, payload: { text: last } }));
              if (step === 'turn') await runTurn(store, c);
              if (step === 'rivals') await Promise.all([runTurn(store, c), runTurn(store, c), runTurn(store, c)]);
            }
            for (let i = 0; i <= sent.length; i += 1) await runTurn(store, c);
            const lines = await store.activities(c.id, 0, 1_000);
            const said = (direction: string) =>
              lines.filter((line) => line.direction === direction).map(({ payload }) => payload.text);
            expect(said('user')).to.deep.equal(sent);
            expect(said('bot')).to.deep.equal(sent.map((text) => `re ${text}`));
            expect((await fresh(store, c)).state.heard ?? []).to.deep.equal(sent);
            expect(lines.map(({ seq }) => seq)).to.deep.equal(lines.map((_, i) => i + 1));
            for (const [i, line] of lines.entries()) expect(line.at).to.be.greaterThan(lines[i - 1]?.at ?? 0);
          },
        ),
        { numRuns: 40 },
      );
    });
  });
}
