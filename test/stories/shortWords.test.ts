/** “不知道”, “没有”, “都行”, “跟刚才一样”, a thumb: what each comes to at every question of every flow. */
import { expect } from 'chai';
import { hear, know } from '../faults/mind.ts';
import { everyState, openIn, photoSent, voiceSent } from '../support/anything.ts';
import { newTalk, ordinaryReport } from '../support/talk.ts';

const WORDS = ['不知道', '没有', '都行', '跟刚才一样', '👍', '好的'];
/**
 * What is open afterwards, in the order of the words above; `=`: it is asked again; `which`: two readings are offered; `end`: the
 * flow has ended. A correction that is left or made leads back to `details.photos`, where these people wait.
 */
const TABLE = `
  advance.asked | askedBy | askedBy | = | = | = | =
  advance.askedBy | check | check | = | = | = | =
  advance.check | = | = | = | = | details.photos | details.photos
  advance.consent | = | where | = | = | where | where
  advance.hospital | ward | ward | = | = | = | =
  advance.purpose | asked | asked | = | = | = | =
  advance.state | hospital | = | = | = | = | =
  advance.ward | purpose | purpose | = | = | = | =
  advance.where | state | state | = | = | = | =
  advance.whom | = | = | = | = | = | =
  code.digits | = | = | = | = | = | =
  consents.which | = | = | = | = | = | =
  correction.field | = | details.photos | = | = | = | =
  correction.value.injuredCount | details.photos | details.photos | = | details.photos | = | =
  correction.value.other | details.photos | details.photos | = | details.photos | = | =
  correction.value.ownPlate | details.photos | details.photos | = | details.photos | = | =
  correction.value.phone | details.photos | = | = | details.photos | = | =
  correction.value.police | details.photos | details.photos | = | details.photos | details.photos | details.photos
  correction.value.role | details.photos | = | = | details.photos | = | =
  correction.value.what | details.photos | = | = | details.photos | = | =
  correction.value.when | details.photos | = | = | details.photos | = | =
  correction.value.where | details.photos | = | = | details.photos | = | =
  details.insurer | otherPhone | = | = | = | policy | =
  details.otherPhone | end | end | = | = | = | =
  details.patient.bed | insurer | insurer | = | = | = | =
  details.patient.hospital | patient.bed | patient.bed | = | = | = | =
  details.patient.name | patient.hospital | patient.hospital | = | = | = | =
  details.photos | patient.name | patient.name | = | = | = | =
  details.policy | otherPhone | otherPhone | = | = | = | =
  documents.accident | details.photos | details.photos | = | = | = | =
  documents.accidentDay | details.photos | details.photos | = | = | = | =
  documents.after | end | occupation | = | = | = | =
  documents.carer | end | end | = | = | = | =
  documents.consent | = | end | = | = | treatment | treatment
  documents.losses | end | end | = | = | = | =
  documents.occupation | carer | carer | = | = | = | =
  documents.side | = | = | = | = | = | =
  documents.trade | = | = | = | = | = | =
  documents.treatment | end | losses | = | = | = | =
  human.bestTime | end | end | end | = | end | end
  human.phone | end | end | = | = | = | =
  identity.reference | = | = | = | = | = | =
  kin.as | = | = | = | = | = | =
  objection.right | = | = | = | = | end | end
  objection.which | = | = | = | = | = | =
  objection.why | end | end | = | = | = | =
  objectionWay.way | = | = | = | = | = | end
  paper.which | details.photos | = | = | = | = | =
  report.called | = | consent | = | = | consent | consent
  report.check | = | = | = | = | details.photos | details.photos
  report.consent | = | phone | = | = | phone | phone
  report.danger | consent | consent | = | = | = | =
  report.injured | injuredCount | scene | = | = | = | =
  report.injuredCount | person.state | person.state | = | = | = | =
  report.minorConsent | = | injuredCount | = | = | injured | injured
  report.other | check | check | = | = | = | =
  report.ownPlate | other | other | = | = | = | =
  report.person.state | police | = | = | = | = | =
  report.phone | role | role | = | = | = | =
  report.police | ownPlate | ownPlate | = | = | ownPlate | ownPlate
  report.role | = | = | = | = | = | =
  report.scene | ownPlate | which | = | = | = | =
  report.what | injured | = | = | = | = | =
  report.when | where | where | = | = | = | =
  report.where | what | what | = | = | = | =
  scene.road | topic | topic | = | = | = | =
  scene.topic | = | end | = | = | end | end
  scene.topic.shot | = | topic | = | = | = | =
  whichClaim.which | = | = | = | = | = | =
`;
const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('a short word', () => {
  before(() => know('claim', '261124000017'));
  const states = Object.entries(everyState()).filter(([name]) => !name.endsWith('*'));

  it('is tried at every question that there is', () => {
    expect(rows.map(([name]) => name)).to.have.members(states.map(([name]) => name));
  });

  for (const [name = '', ...wanted] of rows)
    it(`at ${name}`, async () => {
      const saved = everyState()[name];
      if (!saved) throw new Error(name);
      const flow = `${name.split('.')[0]}.`;
      for (const [i, word] of WORDS.entries()) {
        const { state, keys } = await hear(saved.state, saved.floor, word);
        const after = openIn(state);
        const short =
          after === name ? (keys.includes('common.whichOne') ? 'which' : '=') : after.replace(flow, '') || 'end';
        expect(short, word).to.equal(wanted[i]);
        expect(keys, `silence after “${word}”`).to.not.deep.equal([]);
      }
    });

  for (const [name, saved] of states)
    it(`is no photo, but a photo, a voice note, a smile or a blank is no mistake at ${name}`, async () => {
      for (const [key, { text, files }] of [
        ['common.filesKept', photoSent],
        ['common.voiceKept', voiceSent],
      ] as const) {
        const { state, keys } = await hear(saved.state, saved.floor, text, files);
        expect(keys[0]).to.equal(key);
        expect(keys.filter((one) => one.startsWith('prompts.'))).to.deep.equal([]);
        // Only where photos are asked for they are the answer.
        expect(openIn(state)).to.equal(name === 'details.photos' ? 'details.patient.name' : name);
      }
      for (const text of ['😀', '😭😭', ' ', '。。。'])
        expect(openIn((await hear(saved.state, saved.floor, text)).state), text).to.equal(name);
    });
});

describe('in a conversation', () => {
  it('“不知道” about who is hurt asks how many, and is read back as unknown', async () => {
    const talk = await newTalk();
    await talk.sayAll(
      '我要报案',
      ...ordinaryReport.slice(0, 7),
      '不知道',
      '不知道',
      '不清楚',
      ...ordinaryReport.slice(8, -1),
    );
    expect(talk.open).to.equal('report.check');
    expect(talk.last.text).to.not.include('2 人或更多');
    await talk.end();
  });

  it('“跟刚才一样” of the second person is what was said of the first', async () => {
    const talk = await newTalk();
    await talk.sayAll(
      '我要报案',
      ...ordinaryReport.slice(0, 7),
      '两个人',
      '住院了',
      '跟刚才一样',
      ...ordinaryReport.slice(8),
    );
    const report = (await talk.events())[0]?.data.report as { injured: { state: string }[] };
    expect(report.injured.map(({ state }) => state)).to.deep.equal(['inpatient', 'inpatient']);
    await talk.sayAll('没有', '张小明', '市第一人民医院', '不知道', '李小红', '和刚才一样');
    expect(talk.open).to.equal('details.patient.2.bed');
    await talk.end();
  });

  it('“没有” about the police asks whether one is still there', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', ...ordinaryReport.slice(0, 8), '没有');
    expect(talk.last.key).to.equal('common.whichOne');
    await talk.say('1');
    expect(talk.heard.map(({ key }) => key)).to.include('report.callPolice');
    await talk.end();
  });

  it('“不知道” and “没有” change no account that was sent', async () => {
    const talk = await newTalk();
    await talk.sayAll('我要报案', ...ordinaryReport, '经过填错了');
    expect(talk.open).to.equal('correction.value.what');
    await talk.sayAll('好的', '没有');
    expect(talk.open).to.equal('correction.value.what');
    const said = await talk.say('不知道');
    expect(said[0]?.key).to.equal('common.keptAsItWas');
    expect((await talk.events()).map(({ type }) => type)).to.not.include('corrected');
    await talk.end();
  });

  it('“跟刚才一样” as a number to call is the one that is known', async () => {
    const talk = await newTalk();
    await talk.sayAll('转人工', '13800138000', '上午', '换个号码', '跟刚才一样');
    expect(talk.open).to.equal('human.bestTime');
    await talk.end();
  });
});
