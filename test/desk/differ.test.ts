/** Two statements that differ are shown with both quotes, and one click asks which is right; typed questions count for what is open. */
import { expect } from 'chai';
import type { Picture } from '../../bots/picture.ts';
import { createDisagreeing } from '../../desk/disagreeing.ts';
import { flows } from '../../dialogs/index.ts';
import type {
  ClaimEvent,
  ClaimId,
  Conversation,
  ConversationId,
  Handoff,
  Json,
  JsonObject,
  Store,
  StoredActivity,
} from '../../store/ports.ts';
import type { Person } from '../e2e/client.ts';
import { REPORT } from './report.ts';
import { type Colleague, newRig, type Rig, TUESDAY } from './rig.ts';

describe('what differs, at the desk', function () {
  this.timeout(60_000);
  let rig: Rig;
  let chen: Colleague;
  before(async () => {
    rig = await newRig();
    chen = await rig.first();
    await chen.post('/workbench/presence', { here: '1' });
  });
  after(() => rig.stop());

  async function talking(words: readonly string[]): Promise<{ person: Person; path: string; id: ConversationId }> {
    const person = await rig.person(...words);
    rig.clock.at += 1_000;
    await person.say('转人工');
    const path = `/workbench/c/${person.conversation}`;
    await chen.post(`${path}/accept`);
    return { person, path, id: person.conversation as ConversationId };
  }
  /** While a colleague has the floor nobody answers. */
  async function writes(person: Person, text: string): Promise<void> {
    rig.clock.at += 1_000;
    const activity = {
      type: 'message',
      text,
      from: { id: 'me' },
      channelData: { clientActivityID: text + person.heard.length },
    };
    expect((await person.call('POST', `/conversations/${person.conversation}/activities`, activity)).status).to.equal(
      200,
    );
    await rig.app.runner.idle();
    await person.poll();
  }
  const choicesOf = (person: Person): string[] => {
    const { suggestedActions } = person.heard.at(-1) as unknown as {
      suggestedActions?: { actions: { value: string }[] };
    };
    return (suggestedActions?.actions ?? []).map(({ value }) => value);
  };
  const differs = async (path: string): Promise<string> =>
    /id="h-differ"[\s\S]*?<\/section>/.exec(await chen.page(`${path}/side`))?.[0] ?? '';
  async function corrections(id: ConversationId): Promise<JsonObject[]> {
    const [binding] = await rig.app.store.bindings(id);
    const events = await rig.app.store.events(binding?.claim as ClaimId);
    return events.flatMap(({ type, data }) => (type === 'corrected' ? [data.changes as JsonObject] : []));
  }

  it('nothing is shown where nothing differs', async () => {
    const { path } = await talking(REPORT);
    expect(await differs(path)).to.equal('');
  });

  it('an hour told to a colleague beside that of the report: both, with source and time; a tap settles it once', async () => {
    const { person, path, id } = await talking(REPORT);
    await writes(person, '是前天晚上九点撞的');
    const shown = await differs(path);
    expect(shown).to.include('事故时间').and.include('11月23日').and.include('11月22日');
    expect(shown).to.include('报案时').and.include('对同事说').and.include('“是前天晚上九点撞的”');
    expect(await corrections(id), 'nothing is written over').to.have.length(0);
    await chen.post(`${path}/which`, { what: 'when', key: 'w1' });
    await person.poll();
    expect(person.heard.at(-1)?.text).to.include('事故时间').and.include('哪个对');
    const choices = choicesOf(person);
    expect(choices).to.have.length(2);
    await writes(person, choices[1] ?? '');
    await writes(person, choices[1] ?? '');
    expect(await corrections(id)).to.have.length(1);
    expect((await corrections(id))[0]?.when).to.include({ start: '2026-11-22T21:00:00+08:00' });
    expect(await differs(path)).to.equal('');
    expect(await chen.page(`${path}/side`)).to.include('改过');
  });

  it('the one that stood is right: that is noted, and nothing is called corrected', async () => {
    const { person, path, id } = await talking(REPORT);
    await writes(person, '我的车牌是湘K8T2X7');
    const shown = await differs(path);
    expect(shown).to.include('投保车辆车牌').and.not.include('湘K8T2X7').and.not.include('湘K8T2X6');
    await chen.post(`${path}/which`, { what: 'ownPlate' });
    await person.poll();
    const [first = ''] = choicesOf(person);
    await writes(person, first);
    expect(await corrections(id)).to.deep.equal([{ ownPlate: '湘K8T2X6' }]);
    expect(await differs(path)).to.equal('');
    expect(await chen.page(`${path}/side`)).not.to.include('改过');
  });

  it('police called and not, and slight injuries beside a hospital', async () => {
    const { person, path } = await talking(REPORT.map((text) => (text === '1 人，住院了' ? '1 人，还没去医院' : text)));
    await writes(person, '其实当时没有报警');
    await writes(person, '老人今天住院了');
    const shown = await differs(path);
    expect(shown).to.include('是否报警').and.include('没有报警').and.include('已报警');
    expect(shown).to.include('伤情').and.include('还没去医院').and.include('住院了');
    const gone = await chen.post(`${path}/which`, { what: 'where' }, { 'hx-request': 'true' });
    expect(gone.status, 'what does not differ is not asked').to.equal(409);
  });

  const CORRECTIONS: readonly (readonly [text: string, about: string, shown: string])[] = [
    ['其实是两个人受伤', '受伤人数', '2 人'],
    ['不对 是昨天晚上九点', '事故时间', '21:00'],
    ['车牌最后一位是8不是6', '投保车辆车牌', '湘K***X8'],
    ['地点不对，是人民路', '事故地点', '人民路'],
  ];
  for (const [report, name] of [
    [REPORT, 'a report that was sent'],
    [REPORT.slice(0, -1), 'one that is not'],
  ] as const)
    it(`a correction in words, of ${name}`, async () => {
      for (const [text, about, value] of CORRECTIONS) {
        const { person, path } = await talking(report);
        await writes(person, text);
        const shown = await differs(path);
        expect(shown, text).to.include(about).and.include(value).and.include(`“${text}”`);
      }
    });

  it('what corrects nothing that is known does not differ', async () => {
    const { person, path } = await talking(REPORT);
    for (const text of [
      ...['不是我的错，是他闯红灯', '我没时间，明天再说', '不是今天，是明天来拿材料', '我记错了，发票是前天开的'],
      ...['地址是哪里', '他的电话错了，应该是13912341234', '不对，应该是三千块', '对方的车牌最后一位是8'],
    ])
      await writes(person, text);
    expect(await differs(path)).to.equal('');
  });

  it('other words than the two settle nothing', async () => {
    const { person, path, id } = await talking(REPORT);
    await writes(person, '是前天晚上九点撞的');
    await chen.post(`${path}/which`, { what: 'when' });
    await writes(person, '我也记不清了');
    expect(await corrections(id)).to.have.length(0);
    expect(await differs(path)).to.include('事故时间');
  });

  it('a question she types herself counts for the field that is open, and never writes over what was said', async () => {
    const noPlate = REPORT.map((text) => (text === '湘K8T2X6' ? '不知道' : text));
    const { person, path, id } = await talking(noPlate);
    await chen.post(`${path}/say`, { text: '您的车牌是多少？' });
    await writes(person, '湘K8T2X6');
    const plates = (await corrections(id)).filter((changes) => 'ownPlate' in changes);
    const known = await chen.page(`${path}/side`);
    expect(plates.length > 0 || known.includes('湘K***X6'), 'noted').to.equal(true);
    // The hour is known: an answer to a question about it changes nothing by itself, and shows as a difference.
    await chen.post(`${path}/say`, { text: '事故是几点发生的？', asks: 'report.when' });
    await writes(person, '前天晚上九点发生的事故');
    expect((await corrections(id)).filter((changes) => 'when' in changes)).to.have.length(0);
    expect(await differs(path)).to.include('事故时间');
  });
});

describe('what is kept of it', () => {
  const conversation = { id: 'c1', lastSeq: 3 } as Conversation;
  const handoff = { id: 'h1', askedAt: TUESDAY - 60_000 } as Handoff;
  const picture = { report: { ownPlate: '湘K8T2X6' }, events: [] as readonly ClaimEvent[] } as Picture;
  const deskThatReads = (text: string) => {
    let reads = 0;
    const payload = { type: 'message', text };
    const transcript = async (): Promise<readonly StoredActivity[]> => {
      reads += 1;
      return [{ id: 'a1', conversation: conversation.id, seq: 1, at: TUESDAY, direction: 'user', payload }];
    };
    const differing = createDisagreeing({ flows, store: { transcript } as unknown as Store });
    const values = async (lastSeq = conversation.lastSeq): Promise<Json[]> =>
      (await differing.of({ conversation: { ...conversation, lastSeq }, handoff }, picture)).flatMap(({ statements }) =>
        statements.map(({ answer }) => answer),
      );
    return { values, reads: () => reads };
  };

  it('belongs to one desk, and is read again only when something was said', async () => {
    const [first, second] = [deskThatReads('我的车牌是湘A11111'), deskThatReads('我的车牌是湘A22222')];
    expect(await first.values()).to.deep.equal(['湘K8T2X6', '湘A11111']);
    expect(await second.values()).to.deep.equal(['湘K8T2X6', '湘A22222']);
    await first.values();
    expect(first.reads()).to.equal(1);
    await first.values(4);
    expect(first.reads()).to.equal(2);
  });
});
