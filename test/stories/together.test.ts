/** Several messages that were accepted before the first was answered: read in order, none lost, and help has the last word. */
import { expect } from 'chai';
import { newTalk, ordinaryReport, type Talk } from '../support/talk.ts';

let talk: Talk;
beforeEach(async () => {
  talk = await newTalk();
});
afterEach(() => talk.end());
const keys = (): string[] => talk.heard.map((line) => line.key);
const upTo = (at: number) => talk.sayAll('我要报案', ...ordinaryReport.slice(0, at));

describe('messages that came together', () => {
  it('tell one story in pieces: everything in them is known to the report', async () => {
    await talk.sayTogether('昨天晚上八点多', '在朝阳路和青年路口', '我开车右转把一个骑电动车的老太太撞了');
    expect(talk.open).to.equal('report.danger');
    await talk.sayAll('没有', '同意', '13800138000');
    const noted = talk.heard.findLast(({ key }) => key === 'common.noted')?.text ?? '';
    for (const part of ['20:00', '朝阳路和青年路口', '老太太']) expect(noted).to.include(part);
    expect(talk.open).to.equal('report.injured');
  });

  it('tell it as well when they come one after the other, and are not said to be misunderstood', async () => {
    await talk.sayAll('昨天晚上八点多', '在朝阳路和青年路口');
    expect(keys()).to.include('common.toldFirst').and.not.include('common.notUnderstood');
    await talk.sayAll('我要报案', '没有', '同意', '13800138000', '开车的人');
    expect(talk.open).to.equal('report.what');
  });

  it('are forgotten for a report that begins much later', async () => {
    await talk.say('昨天晚上八点多');
    await talk.pass(31);
    await talk.sayAll('我要报案', '没有', '同意', '13800138000', '开车的人');
    expect(talk.open).to.equal('report.when');
  });

  it('answer one question after the other', async () => {
    await talk.say('我要报案');
    await talk.sayTogether('没有', '同意', '13800138000', '开车的人', '昨晚八点多');
    expect(talk.open).to.equal('report.where');
  });

  it('keep each a line of its own, and photos among them', async () => {
    await upTo(5);
    const photo = await talk.addFile();
    await Promise.all([
      talk.accept('朝阳路口'),
      talk.accept('', { files: [photo] }),
      talk.accept('右转弯时碰到了电动车'),
    ]);
    await talk.listen();
    expect(talk.open).to.equal('report.injured');
    const lines = await talk.app.store.activities(talk.conversation, 0, 1000);
    const said = lines.filter(({ direction }) => direction === 'user').map(({ payload }) => payload.text);
    expect(said.slice(-3)).to.deep.equal(['朝阳路口', '', '右转弯时碰到了电动车']);
    const state = (await talk.app.store.conversation(talk.conversation))?.state as { files: string[] };
    expect(state.files).to.deep.equal([photo]);
  });

  const dangers: readonly (readonly [string, readonly string[]])[] = [
    ['first', ['他没呼吸了', '昨晚八点', '朝阳路口']],
    ['in the middle', ['昨晚八点', '他没呼吸了', '朝阳路口']],
    ['last', ['昨晚八点', '朝阳路口', '他没呼吸了']],
  ];
  for (const [where, texts] of dangers)
    for (const at of [-1, 4])
      it(`with danger ${where} ${at < 0 ? 'and nothing open' : 'in a report'} end with what to dial, and lose nothing`, async () => {
        if (at >= 0) await upTo(at);
        await talk.sayTogether(...texts);
        expect(talk.last.buttons).to.include('tel:120');
        if (at < 0) await talk.sayAll('我要报案', '没有', '同意', '13800138000', '开车的人');
        else await talk.say('已经打了');
        // Told where the account was asked for, it is the account as well.
        expect(talk.open).to.equal(at >= 0 && where === 'last' ? 'report.injured' : 'report.what');
      });

  it('with despair among them end with whom to call, and a person hears of it', async () => {
    for (const texts of [
      ['我不想活了', '昨晚八点', '朝阳路口'],
      ['昨晚八点', '我不想活了', '朝阳路口'],
      ['昨晚八点', '朝阳路口', '我不想活了'],
    ]) {
      await upTo(4);
      await talk.sayTogether(...texts);
      expect(talk.last.buttons).to.include('tel:12356');
      await talk.say('重新开始');
    }
    expect((await talk.tickets()).map(({ data }) => data.reason)).to.include('crisis');
  });

  it('with danger and despair name help for both', async () => {
    await upTo(4);
    await talk.sayTogether('我不想活了', '他没呼吸了', '朝阳路口');
    expect(keys()).to.include('crisis.help').and.to.include('report.danger.unconscious');
    expect(talk.last.buttons).to.include.members(['tel:12356', 'tel:120']);
  });

  it('do not repeat help where the answer to it came along', async () => {
    await upTo(4);
    await talk.sayTogether('他没呼吸了', '已经打了', '昨晚八点');
    expect(keys()).to.not.include('emergency.again');
    expect(talk.open).to.equal('report.where');
  });
});
