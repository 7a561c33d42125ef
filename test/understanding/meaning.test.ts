import { expect } from 'chai';
import { looksEnglish, meaningOf } from '../../understanding/meaning.ts';

const command = (text: string, asking = false): string | undefined => meaningOf(text, asking)?.command;

describe('requests', () => {
  it('are recognised as whole messages while a question is open', () => {
    for (const [text, meant] of [
      ['转人工', 'human'],
      ['请帮我转人工吧！', 'human'],
      ['返回', 'back'],
      ['取消', 'cancel'],
      ['帮助', 'help'],
      ['现场怎么办', 'scene'],
      ['继续报案', 'resume'],
      ['重新开始', 'restart'],
      ['English', 'english'],
      ['talk to a person', 'human'],
      ['时间填错了，是八点半', 'correct'],
    ] as const)
      expect(command(text, true), text).to.equal(meant);
  });
  it('leave answers alone', () => {
    for (const text of [
      '同意',
      '昨晚八点多',
      '我开的车，在路口撞了电动车，他要求人工赔偿',
      '湘A12345',
      '不知道',
      '1',
      '在现场，已报警',
      '对方说取消交易',
      '提交',
    ]) {
      expect(command(text, true), text).to.equal(undefined);
    }
  });
  it('let danger and despair through anywhere', () => {
    expect(command('我撞了人他现在叫不醒', true)).to.equal('emergency');
    expect(command('车冒烟了怎么办', true)).to.equal('emergency');
    expect(command('出了这事我不想活了', true)).to.equal('crisis');
  });
  it('do not take danger for granted when it is denied', () => {
    for (const text of ['没有流血不止', '没人被困', '人没有昏过去', '没着火'])
      expect(command(text, true), text).to.equal(undefined);
  });
  it('start a report from a story when nothing is open', () => {
    expect(command('昨天撞了个骑电动车的')).to.equal('report');
    expect(command('I had an accident yesterday')).to.equal('report');
  });
  it('are not seen in silence or signs, but in a question mark', () => {
    for (const text of ['', '   ', '……', '😀']) expect(command(text), text).to.equal(undefined);
    expect(command('？')).to.equal('help');
  });
  it('name their evidence', () => {
    expect(meaningOf('我要转人工', true)?.evidence).to.equal('转人工');
  });
});

describe('English', () => {
  it('is two Latin words and no Chinese', () => {
    expect(looksEnglish('I hit a cyclist')).to.equal(true);
    expect(looksEnglish('ok')).to.equal(false);
    expect(looksEnglish('我的 plate number 是')).to.equal(false);
  });
});
