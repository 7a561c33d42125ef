/** Whatever is typed while a question is open: nobody is trapped, no answer is lost, nothing goes round in circles. */
import { expect } from 'chai';
import fc from 'fast-check';
import { readState } from '../../bots/state.ts';
import type { Frame } from '../../dialogs/flow.ts';
import { flows } from '../../dialogs/index.ts';
import { framesOf } from '../../dialogs/runtime.ts';
import type { JsonObject } from '../../store/ports.ts';
import { nightly, times } from '../faults/chance.ts';
import { hear, know, type Stop } from '../faults/mind.ts';
import type { Saved } from '../faults/states.ts';
import { everyState, ODD, openIn, SENSIBLE, type Sent } from '../support/anything.ts';

/** Replies in a row that only say that something was not understood. */
const MOST_HELPLESS = 2;
/** Steps after which who answers sensibly has left the question. */
const MOST_STEPS = 7;

const brief = ({ text, files }: Sent): string => (files ? `[${files[0]?.type}]` : text.slice(0, 20));
const framesIn = (state: JsonObject): readonly Frame[] => framesOf(readState(state, flows).talk);

/** Where a number is spoken of another one replaces it, and where one person’s state is asked, another count of people. */
const replaces = (name: string, text: string, asked: string, doubtful: boolean): boolean =>
  (name === 'phone' && text === '13900139000') ||
  // More exact than “昨晚八点多”.
  (name === 'when' && text === '八点半') ||
  // Also while it is asked which of two places is right.
  (/^injured|^person/.test(name) && text === '两个人受伤' && (asked === 'report.person.state' || doubtful));
const isDeclined = (frame: Frame | undefined): boolean => frame?.answers.minorConsent?.value === 'decline';
/** Those of whom another number is taken are asked about one by one. */
const goesWith = (name: string, doubtful: readonly string[]): boolean =>
  doubtful.includes(name) || (doubtful.includes('injured') && /^injured|^person/.test(name));

/** Every answer of a flow that was not finished is still there; an account may have grown, what was unknown may be known. */
function expectKept(before: Stop, after: Stop, text: string): void {
  for (const frame of framesIn(before.state)) {
    const same = framesIn(after.state).find((one) => one.flow === frame.flow && one.startedAt === frame.startedAt);
    const doubtful = frame.doubts?.map(({ name }) => name) ?? [];
    for (const [name, { value, leftAt }] of Object.entries(same ? frame.answers : {})) {
      const now = same?.answers[name]?.value;
      if (leftAt !== undefined || value === 'unknown' || goesWith(name, doubtful)) continue;
      // A guardian did not agree: of what was told of injuries only the number of people is kept.
      if (name === 'injured' && isDeclined(same) && !isDeclined(frame)) {
        expect(same?.answers.injuredCount?.value, 'how many').to.equal((value as { count: unknown }).count);
        continue;
      }
      if (replaces(name, text, openIn(before.state), doubtful.length > 0)) continue;
      if (name === 'what' || /^why\.\d$/.test(name))
        expect(String(now).startsWith(String(value)), 'the account').to.equal(true);
      else if (now !== undefined || same?.changing?.name !== name) expect(now, name).to.deep.equal(value);
    }
  }
}

const onlySorry = ({ keys }: Stop): boolean => keys.every((key) => /^prompts\.|^human\.offer$|\.notClear$/.test(key));

/** Sends one after the other; fails where something is lost, where nothing is answered, or where help is not offered. */
async function bear(stop: Stop, odd: readonly Sent[]): Promise<Stop> {
  let helpless = 0;
  for (const { text, files } of odd) {
    const next = await hear(stop.state, stop.floor, text, files);
    expect(next.keys, 'silence').to.not.deep.equal([]);
    expectKept(stop, next, text);
    const stuck = onlySorry(next) && openIn(next.state) === openIn(stop.state);
    helpless = stuck ? helpless + 1 : 0;
    if (helpless >= MOST_HELPLESS)
      expect(next.buttons.join(), 'a way out').to.match(/转人工|talk to a person|a person/i);
    stop = next;
  }
  return stop;
}

/** Who answers what is asked gets on. */
async function expectWayOn(stop: Stop): Promise<void> {
  const from = openIn(stop.state);
  let now = stop;
  for (let step = 0; step < MOST_STEPS && openIn(now.state) === from && from !== ''; step += 1)
    now = await hear(now.state, now.floor, SENSIBLE[from] ?? '');
  if (from !== '') expect(openIn(now.state), `after ${MOST_STEPS} sensible answers`).to.not.equal(from);
}

const odd = fc.array(fc.constantFrom(...ODD.map((sent) => ({ ...sent, toString: () => brief(sent) }))), {
  minLength: 1,
  maxLength: 8,
});

describe('anything that is typed while a question is open', function () {
  this.timeout(nightly ? 900_000 : 120_000);
  before(() => know('claim', '261124000017'));

  it('has a sensible answer to every question beside it', () => {
    const questions = Object.keys(everyState()).filter((name) => !name.endsWith('*'));
    expect(Object.keys(SENSIBLE)).to.include.members(questions);
  });

  const standing = (name: string, saved: Saved): Stop => ({ ...saved, open: name, keys: [] });
  for (const [name, saved] of Object.entries(everyState())) {
    it(`traps nobody, loses no answer and goes round no circles: ${name}`, () =>
      fc.assert(
        fc.asyncProperty(odd, async (sent) => expectWayOn(await bear(standing(name, saved), sent))),
        { numRuns: times(10, 300) },
      ));
  }

  it('nor where it is asked which of two answers is right', async () => {
    const check = everyState()['report.check'];
    if (!check) throw new Error('report.check');
    const doubtful = await hear(check.state, check.floor, '昨天下午三点');
    expect(doubtful.keys).to.deep.equal(['common.whichIsRight']);
    await fc.assert(
      fc.asyncProperty(odd, async (sent) => expectWayOn(await bear(doubtful, sent))),
      { numRuns: times(25, 1000) },
    );
  });
});
