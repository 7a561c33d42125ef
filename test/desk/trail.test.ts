/** S32: whatever is changed in the trail of the desk is found. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import fc from 'fast-check';
import { SEALS_FILE } from '../../compose-desk.ts';
import { sealer } from '../../desk/people/chain.ts';
import { verify } from '../../desk/people/verify.ts';
import type { Act, Seal } from '../../store/ports.ts';
import { newRig } from './rig.ts';

const key = Buffer.alloc(32, 7);
type Numbered = Act & { number: number };
interface Chain {
  acts: Numbered[];
  seals: Seal[];
}

const act = (i: number): Act => ({
  ...{ id: randomUUID(), at: 1_700_000_000_000 + i, who: 'w', what: i % 3 ? 'conversation.seen' : 'reveal' },
  ...{ subject: `c${i % 5}`, data: i % 3 ? {} : { field: 'report.phone', reason: 'call' } },
});

/** So many batches of so many acts. */
function chainOf(batches: number, size: number): Chain {
  const chain: Chain = { acts: [], seals: [] };
  for (let batch = 0; batch < batches; batch += 1) {
    const acts = Array.from({ length: size }, (_, i) => act(batch * size + i));
    chain.acts.push(...acts.map((one, i) => ({ ...one, number: chain.acts.length + i + 1 })));
    chain.seals.push(sealer(key, 1_700_000_100_000 + batch)(chain.seals.at(-1), acts));
  }
  return chain;
}

const storeOf = ({ acts, seals }: Chain) => ({
  seals: async (after: number, limit: number) => seals.filter(({ number }) => number > after).slice(0, limit),
  sealedActs: async (after: number, limit: number) => acts.filter(({ number }) => number > after).slice(0, limit),
});

/** One change that somebody could make who can write to the database and has no key. */
type Tamper = (chain: Chain, at: number, other: number) => void;
const changed =
  (change: (before: Numbered) => Partial<Numbered>): Tamper =>
  ({ acts }, at) => {
    const before = acts[at] as Numbered;
    acts[at] = { ...before, ...change(before) };
  };
const TAMPERS: Readonly<Record<string, Tamper>> = {
  who: changed(() => ({ who: 'somebody else' })),
  when: changed((before) => ({ at: before.at - 1 })),
  what: changed(() => ({ what: 'nothing' })),
  data: changed(() => ({ data: { field: 'report.when' } })),
  gone: ({ acts }, at) => void acts.splice(at, 1),
  'gone, and the rest closed up': ({ acts }, at) => {
    acts.splice(at, 1);
    for (const [i, one] of acts.entries()) one.number = i + 1;
  },
  'one put in': ({ acts }, at) => {
    acts.splice(at, 0, { ...act(999), number: 0 });
    for (const [i, one] of acts.entries()) one.number = i + 1;
  },
  'two exchanged': ({ acts }, at, other) => {
    const [a, b] = [acts[at] as Numbered, acts[other] as Numbered];
    [acts[at], acts[other]] = [
      { ...b, number: a.number },
      { ...a, number: b.number },
    ];
  },
  'the end cut off': ({ acts, seals }, at) => {
    const seal = seals.findIndex(({ last }) => last > at);
    seals.splice(seal);
    acts.splice(seals.at(-1)?.last ?? 0);
  },
  'a seal gone': ({ seals }, at) => void seals.splice(at % seals.length, 1),
  'sealed anew without the key': (chain, at) => {
    chain.acts.splice(at, 1);
    for (const [i, one] of chain.acts.entries()) one.number = i + 1;
    const forged = sealer(Buffer.alloc(32, 8), 1)(undefined, chain.acts);
    chain.seals.splice(0, chain.seals.length, forged);
  },
};

describe('the trail of the desk', function () {
  this.timeout(120_000);

  it('is whole as it was sealed', async () => {
    const chain = chainOf(6, 20);
    expect(await verify(storeOf(chain), key, chain.seals)).to.include({ acts: 120, seals: 6, fault: undefined });
    expect(await verify(storeOf({ acts: [], seals: [] }), key)).to.include({ acts: 0, fault: undefined });
  });

  it('is found broken whatever is changed in it: 1,000 times', async () => {
    const found = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(TAMPERS)), fc.nat(79), fc.nat(79), async (name, at, other) => {
        fc.pre(name !== 'two exchanged' || at !== other);
        const chain = chainOf(4, 20);
        const witnesses = [...chain.seals];
        TAMPERS[name]?.(chain, at, other);
        const { fault } = await verify(storeOf(chain), key, witnesses);
        expect(fault, name).to.be.a('string');
        found.set(name, (found.get(name) ?? 0) + 1);
      }),
      { numRuns: 1_000, seed: 20_261_128 },
    );
    expect([...found.keys()].toSorted()).to.deep.equal(Object.keys(TAMPERS).toSorted());
  });

  it('names who looked at what and for which reason, and nothing of the person; the command finds a changed row', async () => {
    const rig = await newRig();
    const admin = await rig.first();
    await admin.get('/workbench/audit');
    await admin.post('/workbench/sign-out');
    await rig.app.stop();
    const seals = readFileSync(join(rig.dir, SEALS_FILE), 'utf8');
    expect(seals).to.match(/^1 \d+ [0-9a-f]{64}\n$/);
    const env = { ...process.env, DATA_DIR: rig.dir };
    const command = (): string =>
      execFileSync(process.execPath, ['scripts/audit-verify.ts'], { env, encoding: 'utf8' });
    expect(command()).to.match(/^The trail is whole: \d+ acts under 1 seals, 1 of them written down elsewhere/);
    const db = new DatabaseSync(join(rig.dir, 'lipei.db'));
    db.exec("UPDATE acts SET who = 'system' WHERE what = 'audit.seen'");
    db.close();
    expect(command).to.throw(/Command failed/);
    await rig.stop().catch(() => {});
  });
});
