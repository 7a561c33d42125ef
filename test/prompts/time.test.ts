/** Times of accidents as people say them. Asked on Sunday, 22 November 2026, at ten in the morning. */
import { expect } from 'chai';
import { time } from '../../prompts/index.ts';
import type { TimeSpan } from '../../prompts/time.ts';
import { at, foundIn, said, short } from './helpers.ts';

const now = at('2026-11-22T10:00:00+08:00');

/** `2026-11-20 16:00..16:59 hour`, with ≈ where approximate, and the end's date where it is another day. */
function show({ start, end, approx, grain }: TimeSpan): string {
  const from = start.slice(0, 16).replace('T', ' ');
  const to = end.slice(0, 10) === start.slice(0, 10) ? end.slice(11, 16) : end.slice(5, 16).replace('T', ' ');
  return `${from}..${to} ${approx ? '≈' : ''}${grain}`;
}

function read(text: string, when = now): string {
  const answer = time().read(said(text), when);
  if (answer.kind === 'value') return show(answer.value);
  return answer.kind === 'ambiguous' ? answer.options.map(show).join(' | ') : `! ${answer.problem}`;
}

const right: Record<string, string> = {
  三天前晚上: '2026-11-19 18:00..23:59 daypart',
  大前天: '2026-11-19 00:00..23:59 day',
  两小时前: '2026-11-22 07:30..08:30 ≈hour',
  半小时前: '2026-11-22 09:20..09:40 ≈minute',
  一个半小时前: '2026-11-22 08:00..09:00 ≈hour',
  '5分钟之前': '2026-11-22 09:50..10:00 ≈minute',
  刚刚: '2026-11-22 09:00..10:00 ≈now',
  现在: '2026-11-22 09:00..10:00 ≈now',
  今早7点半: '2026-11-22 07:30..07:30 minute',
  '11.20 晚上8点': '2026-11-20 20:00..20:59 hour',
  '11月20号': '2026-11-20 00:00..23:59 day',
  '20号下午3点多': '2026-11-20 15:00..15:59 ≈hour',
  '31号': '2026-10-31 00:00..23:59 day',
  '12月25日': '2025-12-25 00:00..23:59 day',
  '22号下午三点': '2026-10-22 15:00..15:59 hour',
  昨晚八点左右: '2026-11-21 19:40..20:59 ≈hour',
  昨晚七八点: '2026-11-21 19:00..20:59 ≈hour',
  昨晚快九点: '2026-11-21 20:40..21:00 ≈hour',
  昨晚七点到八点: '2026-11-21 19:00..20:00 ≈hour',
  昨天晚上差一刻九点: '2026-11-21 20:45..20:45 minute',
  十一月二十号晚上八点一刻: '2026-11-20 20:15..20:15 minute',
  凌晨两点: '2026-11-22 02:00..02:59 hour',
  昨晚两点: '2026-11-22 02:00..02:59 hour',
  昨晚12点: '2026-11-22 00:00..00:59 hour',
  昨天凌晨三点: '2026-11-21 03:00..03:59 hour',
  半夜三点: '2026-11-22 03:00..03:59 hour',
  昨夜两点: '2026-11-22 02:00..02:59 hour',
  '早上6、7点': '2026-11-22 06:00..07:59 ≈hour',
  晚上十一二点: '2026-11-21 23:00..11-22 00:59 ≈hour',
  '昨晚8.30': '2026-11-21 20:30..20:30 minute',
  中午一点: '2026-11-21 13:00..13:59 hour',
  下午两点: '2026-11-21 14:00..14:59 hour',
  '2026-11-20 20:15': '2026-11-20 20:15..20:15 minute',
  '2026年11月20日20时15分': '2026-11-20 20:15..20:15 minute',
  '2026-11-20T20:15': '2026-11-20 20:15..20:15 minute',
  '2026-11-20T12:15:00Z': '2026-11-20 20:15..20:15 minute',
  '２０２６－１１－２０　２０：１５': '2026-11-20 20:15..20:15 minute',
  '20261120': '2026-11-20 00:00..23:59 day',
  '26年11月20号': '2026-11-20 00:00..23:59 day',
  二零二六年十一月二十号: '2026-11-20 00:00..23:59 day',
  '11月20日（周五）晚上8点': '2026-11-20 20:00..20:59 hour',
  '上周三，11月18号晚上七点': '2026-11-18 19:00..19:59 hour',
  上上周四: '2026-11-05 00:00..23:59 day',
  礼拜五傍晚: '2026-11-20 16:30..19:59 daypart',
  上周: '2026-11-09 00:00..11-15 23:59 ≈day',
  上个月8号: '2026-10-08 00:00..23:59 day',
  去年国庆: '2025-10-01 00:00..23:59 day',
  国庆第三天: '2026-10-03 00:00..23:59 day',
  中秋那天晚上: '2026-09-25 18:00..23:59 daypart',
  '2024年中秋': '2024-09-17 00:00..23:59 day',
  今年春节初三: '2026-02-19 00:00..23:59 day',
  两周前的周三: '2026-11-04 00:00..23:59 day',
  大年初二: '2026-02-18 00:00..23:59 day',
  清明: '2026-04-05 00:00..23:59 day',
  '昨天，就在下班路上，晚上八点多': '2026-11-21 20:00..20:59 ≈hour',
  '不是八点，是晚上九点': '2026-11-21 21:00..21:59 hour',
  '昨 天 晚 上 八 点': '2026-11-21 20:00..20:59 hour',
  尋晚七點幾: '2026-11-21 19:00..19:59 ≈hour',
  '7点二十三个人受伤，昨天晚上': '2026-11-21 19:20..19:20 minute',
  'yesterday at 8pm': '2026-11-21 20:00..20:59 hour',
  'last night around 8': '2026-11-21 19:40..20:59 ≈hour',
  '8:15 pm yesterday': '2026-11-21 20:15..20:15 minute',
  '2 hours ago': '2026-11-22 07:30..08:30 ≈hour',
  'half an hour ago': '2026-11-22 09:20..09:40 ≈minute',
  'on Monday morning': '2026-11-16 05:00..10:59 daypart',
  'Nov 20 20:15': '2026-11-20 20:15..20:15 minute',
  '20 November 2026, 8:15 p.m.': '2026-11-20 20:15..20:15 minute',
  '8.15pm on 20 Nov': '2026-11-20 20:15..20:15 minute',
  '20/11/2026 20:15': '2026-11-20 20:15..20:15 minute',
  '11/20/2026': '2026-11-20 00:00..23:59 day',
  'the day before yesterday': '2026-11-20 00:00..23:59 day',
};

/** Two readings: the person is asked, never guessed for. */
const either: Record<string, string> = {
  '8点': '2026-11-22 08:00..08:59 hour | 2026-11-21 20:00..20:59 hour',
  两点: '2026-11-21 14:00..14:59 hour | 2026-11-22 02:00..02:59 hour',
  昨天八点: '2026-11-21 08:00..08:59 hour | 2026-11-21 20:00..20:59 hour',
  '昨天8:30': '2026-11-21 08:30..08:30 minute | 2026-11-21 20:30..20:30 minute',
  '5/6/2026': '2026-06-05 00:00..23:59 day | 2026-05-06 00:00..23:59 day',
  昨天或者前天: '2026-11-21 00:00..23:59 day | 2026-11-20 00:00..23:59 day',
  上周二夜里: '2026-11-10 18:00..11-11 05:59 daypart | 2026-11-17 18:00..11-18 05:59 daypart',
  'last Tuesday at 9 pm': '2026-11-17 21:00..21:59 hour | 2026-11-10 21:00..21:59 hour',
};

const wrong: Record<string, string> = {
  不知道: '! notATime',
  '13800138000': '! notATime',
  一点都不疼: '! notATime',
  五一路: '! notATime',
  '2月30日': '! notADate',
  '11月31号': '! notADate',
  '25:61': '! notADate',
  '昨天25:61': '! notADate',
  明年: '! inTheFuture',
  明天下午: '! inTheFuture',
  下周三: '! inTheFuture',
  '2030-01-01': '! inTheFuture',
  今天下午三点: '! inTheFuture',
  'next Friday': '! inTheFuture',
  '1985年5月1日': '! tooLongAgo',
  '2012年5月1日': '! tooLongAgo',
  '晚上八点，2009年': '! notADate',
};

describe('prompts: time', () => {
  for (const [kind, table] of Object.entries({ right, either, wrong })) {
    for (const [text, expected] of Object.entries(table)) {
      it(`${kind}: “${text}”`, () => expect(read(text)).to.equal(expected));
    }
  }

  it('knows who is still awake: after midnight “今晚” is the evening that has passed', () => {
    const late = at('2026-11-22T01:30:00+08:00');
    expect(read('今晚八点', late)).to.equal('2026-11-21 20:00..20:59 hour');
    expect(read('昨晚八点', late)).to.equal('2026-11-21 20:00..20:59 hour');
  });

  it('takes rounding up as now, not as yesterday', () => {
    expect(read('晚上八点', at('2026-11-22T19:56:00+08:00'))).to.equal('2026-11-22 19:56..19:56 ≈hour');
  });

  it('takes what a date picker writes to the minute, at any hour of the day', () => {
    for (let hour = 0; hour < 24; hour++) {
      const clock = `${String(hour).padStart(2, '0')}:05`;
      const picked = read(`2026-11-21 ${clock}`, at('2026-11-21T23:59:00+08:00'));
      expect(picked).to.equal(`2026-11-21 ${clock}..${clock} minute`);
    }
  });

  it('goes back over the turn of the year and over leap days', () => {
    const january = at('2027-01-02T09:00:00+08:00');
    expect(read('12月31号晚上十一点', january)).to.equal('2026-12-31 23:00..23:59 hour');
    expect(read('昨晚12点', at('2027-01-01T09:00:00+08:00'))).to.equal('2027-01-01 00:00..00:59 hour');
    expect(read('2月29日', january)).to.equal('2024-02-29 00:00..23:59 day');
    expect(read('30号', at('2026-03-02T09:00:00+08:00'))).to.equal('2026-01-30 00:00..23:59 day');
  });
});

describe('prompts: time in running text', () => {
  const found = (text: string) => foundIn(time(), text, now).map(([words, value]) => `${words} = ${show(value)}`);

  it('finds the accident with its exact words', () => {
    expect(found('我要报案，昨晚8点多在书院路撞了人')).to.deep.equal(['昨晚8点多 = 2026-11-21 20:00..20:59 ≈hour']);
    expect(found('刚才跟别人的车碰上了')).to.deep.equal(['刚才 = 2026-11-22 09:00..10:00 ≈now']);
    expect(found('３号下午在国道上，撞了护栏')).to.deep.equal(['３号下午 = 2026-11-03 12:00..18:59 daypart']);
  });

  it('leaves other events, questions, lists and numbers alone', () => {
    for (const text of [
      '上礼拜三出院的，住了26天',
      '后天上午去做鉴定',
      '月底能出院不',
      '休息两个月',
      '今天早上又打电话说要住院',
      '这周末会下雪吗',
      '今天都周四了',
      '有一点疼',
      '我说三点要求',
      '住3号楼2单元',
      '第三天',
      '1.5米',
    ]) {
      expect(found(text), text).to.deep.equal([]);
    }
  });

  it('names the second reading', () => {
    const [first] = time().find('昨晚一点多下夜班', now);
    expect(first && show(first.value)).to.equal('2026-11-22 01:00..01:59 ≈hour');
    expect(first?.alternatives?.map(show)).to.deep.equal(['2026-11-21 01:00..01:59 ≈hour']);
  });
});

describe('prompts: time corrected and picked', () => {
  const value = (text: string): TimeSpan => {
    const answer = time().read(said(text), now);
    if (answer.kind !== 'value') throw new Error(`“${text}” should be one time`);
    return answer.value;
  };
  const amend = (before: string, text: string): string => {
    const answer = time().amend?.(value(before), said(text), now);
    if (answer?.kind === 'value') return show(answer.value);
    return answer?.kind === 'ambiguous' ? answer.options.map(show).join(' | ') : `! ${answer?.problem}`;
  };

  it('is moved by as much as is said', () => {
    const before = {
      start: '2026-11-21T20:30:00+08:00',
      end: '2026-11-21T20:30:00+08:00',
      approx: false,
      grain: 'minute',
    } as const;
    const moved = (text: string) => {
      const result = time().amend?.(before, { text, files: [] }, now);
      return result?.kind === 'value' ? result.value.start.slice(11, 16) : result?.kind;
    };
    expect(moved('再早二十分钟')).to.equal('20:10');
    expect(moved('时间不对，应该晚半个小时')).to.equal('21:00');
    expect(moved('早了一个半小时')).to.equal('19:00');
    expect(moved('20 minutes earlier')).to.equal('20:10');
    expect(moved('晚20个小时')).to.equal('problem');
  });

  it('keeps the day and the half of it', () => {
    expect(amend('昨晚八点', '是八点半')).to.equal('2026-11-21 20:30..20:30 minute');
    expect(amend('昨晚八点', '时间填错了，是九点')).to.equal('2026-11-21 21:00..21:59 hour');
    expect(amend('昨晚八点', '是早上')).to.equal('2026-11-21 08:00..08:59 hour');
  });

  it('keeps the time on another day', () => {
    expect(amend('昨晚八点', '不对，是前天')).to.equal('2026-11-20 20:00..20:59 hour');
  });

  it('takes a whole answer as it is', () => {
    expect(amend('昨晚八点', '前天下午三点')).to.equal('2026-11-20 15:00..15:59 hour');
    expect(amend('昨天', '两小时前')).to.equal('2026-11-22 07:30..08:30 ≈hour');
    expect(amend('昨天', '明天')).to.equal('! inTheFuture');
  });

  it('picks the reading that the words fit', () => {
    const answer = time().read(said('昨天八点'), now);
    const options = answer.kind === 'ambiguous' ? answer.options : [];
    const pick = (text: string) => time().narrow?.(options, said(text), now);
    expect(pick('晚上那次')).to.equal(options[1]);
    expect(pick('早上')).to.equal(options[0]);
    expect(pick('2026年11月21日（周六） 20:00')).to.equal(options[1]);
    expect(pick('Saturday 21 November 2026 20:00')).to.equal(options[1]);
    expect(pick('不知道')).to.equal(undefined);
    expect(pick('昨天')).to.equal(undefined);
  });
});

describe('prompts: time said with “刚才”', () => {
  const hours = ['一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
  const sayings = [
    '刚才X点左右',
    '刚刚X点多',
    '刚才X点',
    '头先X点幾',
    'X点多，就刚才',
    '刚刚发生的，X点半',
    'just now, around N',
  ];
  const nows = ['00:05', '00:40', '01:30', '06:10', '10:56', '11:20', '12:10', '13:00', '17:45', '23:30', '23:50'];

  /** Minutes from midnight of the latest such hour that has passed or is as good as there, on a clock of twelve hours. */
  function expected(hour: number, saying: string, minute: number): number {
    const first = (hour % 12) * 60 + (saying.includes('半') ? 30 : 0) - (/左右|around/.test(saying) ? 20 : 0);
    const past = [-1440, -720, 0, 720, 1440].map((half) => first + half).filter((start) => start <= minute + 15);
    return Math.min(minute, Math.max(...past));
  }

  for (const clock of nows) {
    it(`is the latest such hour at ${clock}`, () => {
      const when = at(`2026-11-22T${clock}:00+08:00`);
      const midnight = Date.parse('2026-11-22T00:00:00+08:00');
      for (const saying of sayings) {
        for (const [i, word] of hours.entries()) {
          const text = saying.replace('X', word).replace('N', String(i + 1));
          const answer = time().read(said(text), when);
          const start = answer.kind === 'value' ? (Date.parse(answer.value.start) - midnight) / 60_000 : answer.kind;
          expect(start, text).to.equal(expected(i + 1, saying, (when.at - midnight) / 60_000));
        }
      }
    });
  }

  it('minds a part of the day, a day and another moment', () => {
    const late = at('2026-11-22T00:20:00+08:00');
    expect(read('刚才晚上十一点多撞的', late)).to.equal('2026-11-21 23:00..23:59 ≈hour');
    expect(read('刚才23:50', late)).to.equal('2026-11-21 23:50..23:50 minute');
    expect(read('刚才给你们打电话，昨晚八点出的事', late)).to.equal('2026-11-21 20:00..20:59 hour');
    expect(read('刚才', late)).to.equal('2026-11-21 23:20..11-22 00:20 ≈now');
    expect(read('十一点左右', late)).to.match(/ \| /);
  });

  it('is one time in running text', () => {
    const [first, ...more] = time().find('我刚刚十点多被车撞了', at('2026-11-22T10:40:00+08:00'));
    expect(first && show(first.value)).to.equal('2026-11-22 10:00..10:59 ≈hour');
    expect([first?.alternatives, more]).to.deep.equal([undefined, []]);
  });

  it('is a whole answer when the time is corrected', () => {
    const yesterday = time().read(said('昨晚八点'), now);
    if (yesterday.kind !== 'value') throw new Error('one time');
    const amended = time().amend?.(yesterday.value, said('是刚才九点多'), now);
    expect(amended?.kind === 'value' && show(amended.value)).to.equal('2026-11-22 09:00..09:59 ≈hour');
  });
});

describe('prompts: today after midnight', () => {
  const small = at('2026-11-22T03:20:00+08:00');
  it('is today, but “今晚” may be the evening that has just passed', () => {
    for (const text of ['今天早上八点', '今早八点', '今天上午十点', 'this morning at 8'])
      expect(short(time().read(said(text), small)), text).to.deep.equal({ problem: 'inTheFuture' });
    for (const text of ['今晚八点', '今天晚上八点'])
      expect(short(time().read(said(text), small)), text).to.deep.include({ start: '2026-11-21T20:00:00+08:00' });
  });
});

describe('prompts: “刚才” is the time of what is told with it', () => {
  const lines = (text: string): string[] => text.trim().split(/\s*\n\s*/);
  const just = '2026-11-22 09:00..10:00 ≈now';
  for (const text of lines(`
    刚才
    就在刚刚
    刚才的事
    刚刚发生的
    刚才被撞了
    刚刚追尾了
    刚刚出了车祸
    我刚才在路上摔了
    刚才在人民路跟一辆车碰了
    刚才打电话的时候撞了
    我刚才没看到他，撞上了
    刚才我开车，被后面的车追尾
    刚才，人民路
    just now a car hit me
  `))
    it(`“${text}” tells the accident`, () => {
      expect(read(text)).to.equal(just);
      expect(foundIn(time(), text, now).map(([, value]) => show(value))).to.deep.equal([just]);
    });
  for (const text of lines(`
    医生刚说抢救无效
    刚才医生说撞到头了
    刚刚人走了
    他刚才醒不过来了
    他刚才晕倒了
    刚打了122
    刚才说错了
    刚才警察来了
    刚刚送医院了
    刚刚120拉走了
    老婆刚刚住院了
    I just now called the police
  `))
    it(`“${text}” tells something else`, () => {
      expect(read(text)).to.equal('! notATime');
      expect(foundIn(time(), text, now)).to.deep.equal([]);
    });
});
