/** Whatever happens in whatever order: everything is told to whom it concerns, once, and never at night or over a colleague. */
import { expect } from 'chai';
import fc from 'fast-check';
import { DOCUMENTS } from '../../claims/documents/rules/index.ts';
import { quietUntil } from '../../claims/telling/quiet.ts';
import type { StoredActivity } from '../../store/ports.ts';
import { anotherTalk, type Talk } from '../support/talk.ts';
import { type Insurer, joined, later, look, PARTIES, proves, reported } from './rig.ts';

const wang = { id: 'a1', name: '王敏', reach: '' };
const NIGHT = { from: '22:00', until: '08:00' };

type Step =
  | { readonly do: 'ask' | 'promise'; readonly whose: 0 | 1 }
  | { readonly do: 'accept' | 'handBack' | 'fewer'; readonly whose: 0 | 1 }
  | { readonly do: 'look' }
  | { readonly do: 'pass'; readonly minutes: number };
const whose = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('ask' as const, 'promise' as const), whose }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('accept' as const, 'handBack' as const, 'fewer' as const), whose }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'look' as const }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 900 }) }) },
);

interface World {
  readonly talk: Talk;
  readonly insurer: Insurer;
  /** Of v1 and v2. */
  readonly theirs: readonly [Talk, Talk];
  readonly began: number;
  readonly asked: [string[], string[]];
  readonly promised: [string[], string[]];
  readonly busy: [boolean, boolean];
  /** When a colleague spoke, by conversation. */
  readonly spans: [number[][], number[][]];
}

async function world(): Promise<World> {
  const { talk, insurer } = await reported();
  await insurer.put({ parties: PARTIES });
  await insurer.post(joined('v2'));
  const theirs = [await anotherTalk(talk), await anotherTalk(talk)] as const;
  await proves(theirs[0], '13900000002');
  await proves(theirs[1], '13900000003');
  await look(talk);
  const began = talk.clock.at;
  return {
    ...{ talk, insurer, theirs, began, asked: [[], []], promised: [[], []], busy: [false, false] },
    spans: [[], []],
  };
}

async function take(w: World, one: Step): Promise<void> {
  const { talk, insurer, theirs } = w;
  if (one.do === 'look') return void (await look(talk));
  if (one.do === 'pass') return void (await later(talk, one.minutes));
  const id = ['v1', 'v2'][one.whose];
  const day = new Date(talk.clock.at + 8 * 3_600_000).toISOString().slice(0, 10);
  if (one.do === 'ask') {
    const document = DOCUMENTS[w.asked.flat().length]?.id ?? '';
    w.asked[one.whose].push(document);
    await insurer.post({ type: 'paperRequest', document, person: id, who: '王敏', why: '核对', at: day });
  } else if (one.do === 'promise') {
    const what = `第${w.promised.flat().length + 1}件事`;
    w.promised[one.whose].push(what);
    const by = new Date(talk.clock.at + 90 * 24 * 3_600_000).toISOString();
    await insurer.post({ type: 'promise', what, by, who: '王敏', to: id });
    // Whoever was silent for half an hour must prove again who she is.
  } else if (one.do === 'fewer')
    await (talk.clock.at - w.began < 25 * 60_000 ? theirs[one.whose].say('少发点') : undefined);
  else await floor(w, one.whose, one.do === 'accept');
}

async function floor(w: World, whose: 0 | 1, busy: boolean): Promise<void> {
  if (w.busy[whose] === busy) return;
  const { conversation } = w.theirs[whose];
  w.busy[whose] = busy;
  if (busy) await w.talk.app.desk.accept(conversation, wang);
  else await w.talk.app.desk.handBack(conversation, wang, { agreed: '' });
  const now = (await w.talk.app.store.conversation(conversation))?.lastSeq ?? 0;
  if (busy) w.spans[whose].push([now, Number.POSITIVE_INFINITY]);
  else w.spans[whose].at(-1)?.splice(1, 1, now);
}

const textOf = ({ payload }: StoredActivity): string => String(payload.text);
const newsOf = async ({ app, conversation }: Talk): Promise<StoredActivity[]> =>
  (await app.store.activities(conversation, 0, 5_000)).filter(
    ({ payload }) => (payload.channelData as { key?: string } | undefined)?.key === 'telling.news',
  );
const nameOf = (w: World, document: string): string =>
  w.talk.app.renderer.sentence('zh-CN', `documents.paper.${document}.name`);

async function judge(w: World): Promise<void> {
  for (const i of [0, 1] as const) {
    const lines = await newsOf(w.theirs[i]);
    for (const { at, seq } of lines) {
      expect(quietUntil(at, NIGHT), new Date(at).toISOString()).to.equal(undefined);
      expect(
        w.spans[i].some(([from = 0, to = 0]) => seq > from && seq < to),
        'over a colleague',
      ).to.equal(false);
    }
    const all = lines.map(textOf).join('\n');
    const asks = all
      .split('\n')
      .filter((line) => /请补这些材料/.test(line))
      .join('\n');
    const count = (text: string, part: string): number => text.split(part).length - 1;
    for (const document of w.asked[i]) expect(count(asks, `${nameOf(w, document)}`), nameOf(w, document)).to.equal(1);
    for (const document of w.asked[1 - i] ?? []) expect(all).not.to.include(nameOf(w, document));
    for (const what of w.promised[1 - i] ?? []) expect(all).not.to.include(`：${what}。`);
    for (const what of w.promised[i]) expect(count(all, `：${what}。`), what).to.be.at.most(1);
  }
  for (const { payload } of await newsOf(w.talk)) {
    for (const document of w.asked.flat()) expect(payload.text).not.to.include(nameOf(w, document));
    expect(payload.text).not.to.match(/第\d+件事/);
  }
}

describe('whatever happens, in whatever order', function () {
  this.timeout(300_000);
  it('each hears once of what concerns him, never at night, never over a colleague, and nobody else does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
        const w = await world();
        try {
          for (const one of steps) await take(w, one);
          for (const i of [0, 1] as const) await floor(w, i, false);
          // Whatever was put off is told in the next days.
          for (let i = 0; i < 8; i += 1) await later(w.talk, 200);
          await judge(w);
        } finally {
          await w.talk.end();
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 12) },
    );
  });
});
