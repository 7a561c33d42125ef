import { expect } from 'chai';
import { begin } from '../../dialogs/begin.ts';
import { back, correct, shelve } from '../../dialogs/change.ts';
import { ask, type Flow, type Frame, fetch, resolve, tell } from '../../dialogs/flow.ts';
import { answered, renamed, startFrame, swept } from '../../dialogs/frame.ts';
import { emptyTalk, noteFacts, openQuestion, type Runtime, type Talk } from '../../dialogs/runtime.ts';
import { answer, settle } from '../../dialogs/talk.ts';
import type { Kind } from '../../prompts/kind.ts';

const word: Kind<string> = {
  kind: 'word',
  find: () => [],
  read: ({ text }) =>
    text.startsWith('!')
      ? { kind: 'problem', problem: 'loud' }
      : text.includes('/')
        ? { kind: 'ambiguous', options: text.split('/') }
        : { kind: 'value', value: text },
  accepts: (v): v is string => typeof v === 'string',
};

const trip: Flow = {
  name: 'trip',
  understands: (text) => (text.includes('via') ? { by: 'rail' } : {}),
  *script() {
    const where = yield* ask('where', word);
    if (where === 'abroad') yield* ask('passport', word);
    const found = yield* fetch('weather', { where });
    if (found.rain === true) yield* tell('trip.rain');
    const by = yield* ask('by', word);
    return { where, by };
  },
};

const now = { at: 1_000_000 };
function runtime(looked: string[] = []): Runtime {
  return {
    flows: { trip },
    now,
    look: (what, args) => {
      looked.push(`${what}:${args.where}`);
      return Promise.resolve({ rain: args.where === 'north' });
    },
  };
}
const input = (text: string) => ({ text, files: [] });
const at = (talk: Talk, run: Runtime): string => openQuestion(run, talk)?.position.ask.name ?? '(none)';

async function started(run: Runtime, ...answers: string[]): Promise<Talk> {
  let { talk } = await begin(run, emptyTalk, 'trip');
  for (const text of answers) ({ talk } = await answer(run, talk, input(text)));
  return talk;
}

describe('the flow engine', () => {
  it('computes the position from the answers, whatever their order', () => {
    const frame: Frame = {
      ...startFrame(trip, 0),
      answers: { by: { value: 'bus', at: 1 }, where: { value: 'abroad', at: 2 } },
      fetched: {},
    };
    const position = resolve(trip, frame);
    expect(position.at === 'question' && position.ask.name).to.equal('passport');
  });

  it('asks again what no longer fits its question', () => {
    const position = resolve(trip, answered(startFrame(trip, 0), 'where', 42, 0));
    expect(position.at === 'question' && position.ask.name).to.equal('where');
  });

  it('reads an answer that was stored under the former name of its question', () => {
    const today: Flow = { ...trip, aliases: { destination: 'where' } };
    const stored = answered(startFrame(today, 0), 'destination', 'north', 0);
    const frame = renamed(today, stored);
    expect(resolve(today, frame).at).to.equal('fetch');
    expect(Object.keys(frame.answers)).to.deep.equal(['where']);
  });

  it('looks up once a set of arguments, and says a thing once', async () => {
    const looked: string[] = [];
    const run = runtime(looked);
    const first = await answer(run, await started(run), input('north'));
    expect(first.says.map((say) => say.key)).to.deep.equal(['trip.rain', 'trip.by.ask']);
    const again = await settle(run, first.talk);
    expect(again.says.map((say) => say.key)).to.deep.equal(['trip.by.ask']);
    expect(looked).to.deep.equal(['weather:north']);
  });

  it('ends with the flow’s result and takes it off the stack', async () => {
    const run = runtime();
    const outcome = await answer(run, await started(run, 'south'), input('bus'));
    expect(outcome.ended?.result).to.deep.equal({ where: 'south', by: 'bus' });
    expect(outcome.talk.stack).to.deep.equal([]);
  });

  it('says what is wrong and keeps the question open; the second time it offers a person', async () => {
    const run = runtime();
    const first = await answer(run, await started(run), input('!'));
    expect(first.says.map((say) => say.key)).to.deep.equal(['prompts.word.loud']);
    const second = await answer(run, first.talk, input('!'));
    expect(second.says.map((say) => say.key)).to.deep.equal(['human.offer', 'prompts.word.loud']);
    expect(at(second.talk, run)).to.equal('where');
  });

  it('offers the readings of an ambiguous answer and takes the number of one', async () => {
    const run = runtime();
    const offered = await answer(run, await started(run), input('south/north'));
    expect(offered.says[0]?.asked?.options?.map((option) => option.answer)).to.deep.equal(['south', 'north']);
    const picked = await answer(run, offered.talk, input('2'));
    expect(picked.talk.stack[0]?.answers.where?.value).to.equal('north');
  });

  it('goes back one question and forgets only that answer', async () => {
    const run = runtime();
    const { talk } = await back(run, await started(run, 'south'));
    expect(at(talk, run)).to.equal('where');
    expect((await back(run, talk)).says[0]?.key).to.equal('common.noWayBack');
  });

  it('corrects an earlier answer in the same words and returns to where it was', async () => {
    const looked: string[] = [];
    const run = runtime(looked);
    const outcome = await correct(run, await started(run, 'south'), 'where', input('should be north'));
    expect(outcome.says.map((say) => say.key)).to.deep.equal(['common.corrected', 'trip.rain', 'trip.by.ask']);
    expect(looked).to.deep.equal(['weather:south', 'weather:north']);
  });

  it('keeps answers that a correction takes off the path, and reads them back if the path returns', async () => {
    const run = runtime();
    const abroad = await started(run, 'abroad', 'X123');
    const inland = await correct(run, abroad, 'where', input('should be south'));
    expect(inland.talk.stack[0]?.answers.passport?.leftAt).to.equal(now.at);
    const again = await correct(run, inland.talk, 'where', input('should be abroad'));
    expect(again.says.map((say) => say.key)).to.include('common.noted');
    expect(at(again.talk, run)).to.equal('by');
  });

  it('forgets such an answer after a day', async () => {
    const run = runtime();
    const { talk } = await correct(run, await started(run, 'abroad', 'X123'), 'where', input('should be south'));
    const frame = talk.stack[0];
    if (!frame) throw new Error('no frame');
    const later = swept(frame, resolve(trip, frame), now.at + 25 * 3_600_000);
    expect(later.answers.passport).to.equal(undefined);
  });

  it('fills a question from free text, and reads it back when it is reached', async () => {
    const run = runtime();
    const noted = noteFacts(run, await started(run), 'go there via Xi’an', 'where');
    const outcome = await answer(run, noted, input('south'));
    expect(outcome.says.map((say) => say.key)).to.deep.equal(['common.noted']);
    expect(outcome.ended?.result).to.deep.equal({ where: 'south', by: 'rail' });
  });

  it('puts a cancelled flow on the shelf and goes on from there', async () => {
    const run = runtime();
    const { talk, flow } = shelve(await started(run, 'south'));
    expect(flow).to.equal('trip');
    expect(talk.stack).to.deep.equal([]);
    const resumed = await begin(run, talk, 'trip');
    expect(at(resumed.talk, run)).to.equal('by');
  });

  it('refuses a flow that asks the same question twice', () => {
    const twice: Flow = {
      name: 'twice',
      *script() {
        yield* ask('a', word);
        yield* ask('a', word);
      },
    };
    expect(() => resolve(twice, answered(startFrame(twice, 0), 'a', 'x', 0))).to.throw('asks “a” twice');
  });
});
