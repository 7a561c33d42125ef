/** A request that is in hand: how it stands in words that name no advance, what the hospital asks for since, and which ways are left. */
import { expect } from 'chai';
import { advanceTickets, familysReport, keys, ofType } from '../support/advance.ts';
import { newDemoTalk, recordedIn, verified } from '../support/demo.ts';
import { newTalk, type Talk } from '../support/talk.ts';

const OF_REQUEST = [
  ...['申请得怎么样了', '钱什么时候到账', '我交的申请多久能批', '批了吗', '我这个申请是强制险还是商业险'],
  'how is my request going',
];

describe('垫付: in hand', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await newDemoTalk();
  });
  afterEach(() => talk.end());
  const wishes = async () => (await recordedIn(talk, 'advanceWished')).map(({ asked }) => asked);

  describe('by the insurer', () => {
    beforeEach(() => verified(talk, 'inHospital'));

    for (const words of OF_REQUEST)
      it(`“${words}” is how it stands, and which insurance it is`, async () => {
        const lines = await talk.say(words);
        expect(keys(lines)).to.deep.equal(['advance.state']);
        expect(lines[0]?.text).to.include('商业险');
      });

    it('a new sum is noted, passed on once, and answered by a time', async () => {
      const [more] = await talk.say('医院又催了，要八万');
      expect(more?.key).to.equal('advance.more');
      expect(more?.text).to.include('80,000 元').and.include('11:00');
      await talk.say('医院又催了，要八万');
      expect(await wishes()).to.deep.equal(['80000.00']);
      expect(keys(await talk.say('又要交两万'))).to.deep.equal(['advance.moreUnclear']);
      expect(keys(await talk.say('一共十万'))).to.deep.equal(['advance.more']);
      expect(await wishes()).to.deep.equal(['80000.00', '100000.00']);
      expect((await advanceTickets(talk)).map(({ data }) => data.asked)).to.deep.equal(['100000.00']);
    });

    it('a new sum that takes back the last one, or is asked for besides, is no correction of a report', async () => {
      await talk.say('垫付批了吗');
      expect(keys(await talk.say('不对，一共要四万三'))).to.deep.equal(['advance.more']);
      expect(keys(await talk.say('我要把金额改成四万四'))).to.deep.equal(['advance.more']);
      const [unclear] = await talk.say('医院又加了一万五');
      expect([unclear?.key, unclear?.text.includes('15,000')]).to.deep.equal(['advance.moreUnclear', true]);
      await talk.say('一共五万九');
      expect(await wishes()).to.deep.equal(['43000.00', '44000.00', '59000.00']);
    });

    it('where somebody lies now is noted with consent, and a bed stands in its department', async () => {
      expect(keys(await talk.say('转院了'))).to.deep.equal(['advance.whereTo']);
      expect(keys(await talk.say('湘雅骨科3床'))).to.deep.equal(['advance.consent.ask']);
      expect(keys(await talk.say('医院又催了，要八万'))).to.include('advance.more');
      expect(keys(await talk.say('同意'))).to.deep.equal(['advance.nowAt']);
      await talk.say('床号说错了，是16床');
      const all = await recordedIn(talk, 'advanceWished');
      expect(all.map(({ hospital, ward, asked }) => [hospital, ward, asked])).to.deep.equal([
        [undefined, undefined, '80000.00'],
        ['湘雅', '骨科3床', '80000.00'],
        ['湘雅', '骨科16床', '80000.00'],
      ]);
    });

    it('who does not agree has nothing noted', async () => {
      await talk.say('我们转院了，现在在市二院');
      expect(keys(await talk.say('先不记伤情'))).to.deep.equal(['advance.notNoted']);
      expect(await recordedIn(talk, 'advanceWished')).to.deep.equal([]);
    });

    it('the way that was begun is named, and not told as if it were new', async () => {
      await talk.say('垫付批了吗');
      const [next] = await talk.say('还有别的办法吗');
      expect(next?.text).to.include('已经在走的路：商业险').and.include('可以一起走：强制险');
      expect(String((await talk.say('还有别的办法吗'))[0]?.text))
        .to.include('还有一条路：')
        .and.not.include('商业险');
    });
  });

  it('where nothing was asked for these words are of the claim', async () => {
    await verified(talk, 'overdue');
    expect(keys(await talk.say('申请得怎么样了'))[0]).to.not.match(/^advance/);
  });

  it('of her own request the time of the answer; a new sum takes the place of the old one', async () => {
    const other = await newTalk();
    await other.sayAll(...familysReport, '没钱做手术怎么办', '湘雅医院', '骨科 12 床', '抢救', '三万', '医院', '提交');
    expect(keys(await other.say('申请得怎么样了'))).to.deep.equal(['advance.wishOpen']);
    expect(keys(await other.say('医院又催了，要五万'))).to.deep.equal(['advance.more']);
    const asked = (await ofType(other, 'advanceWished')).map(({ data }) => data.asked);
    expect(asked).to.deep.equal(['30000.00', '50000.00']);
    await other.end();
  });
});
