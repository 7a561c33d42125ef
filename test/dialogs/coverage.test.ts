/**
 * Visits every (question, kind of answer, next question) edge of every flow and says every key in every language. The graph
 * goes to docs/flows/, so that a reviewer sees what code hides: run with UPDATE=1 to write it.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { checklist } from '../../claims/documents/checklist.ts';
import { coachRuleOf } from '../../claims/documents/lostIncome/coach.ts';
import type { CaseFacts, Occupation } from '../../claims/documents/types.ts';
import type { AskStep, FetchStep, Flow, Frame, Position } from '../../dialogs/flow.ts';
import { resolve } from '../../dialogs/flow.ts';
import { answered, startFrame, withFetched } from '../../dialogs/frame.ts';
import { flows } from '../../dialogs/index.ts';
import { plain, question, type Say, whichOne, wrong } from '../../dialogs/say.ts';
import { createRenderer, type Lang, languages } from '../../locales/render.ts';
import { NO_MORE, SKIP } from '../../prompts/index.ts';
import type { Json, JsonObject } from '../../store/ports.ts';
import { NOTHING } from '../cases/documents.ts';
import { realLaw } from '../cases/invented.ts';

const root = join(import.meta.dirname, '../..');
const renderer = createRenderer(join(root, 'locales'), { insurer: '', hotline: '', caller: '' });
const at = Date.parse('2026-11-24T10:00:00+08:00');

const span = (start: string, end: string, grain = 'hour'): Json => ({ start, end, approx: false, grain });
/** One answer of each kind that may lead somewhere else. Choices answer with each of their options. */
const samples: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  time: {
    recent: span('2026-11-23T20:00:00+08:00', '2026-11-23T20:59:00+08:00'),
    late: span('2026-11-01T20:00:00+08:00', '2026-11-01T20:59:00+08:00'),
  },
  place: { road: { text: '朝阳路口', road: 'road' }, offRoad: { text: '小区停车场', road: 'offRoad' } },
  text: {
    plain: '右转弯时碰到了',
    drunk: '我喝了酒，撞了人',
    minor: '撞到一个小学生',
    died: '人当场死亡',
    elsewhere: '车是在平安保险投保的',
  },
  casualties: {
    one: { count: 1, dead: 0, state: 'inpatient', hospital: '市第一人民医院' },
    oneUnsaid: { count: 1, dead: 0 },
    two: { count: 2, dead: 0 },
    several: { count: null, dead: 0 },
    died: { count: 1, dead: 1, state: 'died' },
    none: { count: 0, dead: 0 },
  },
  otherSide: {
    car: { kind: 'car', plate: '湘B67890' },
    nonMotor: { kind: 'nonMotor' },
    pedestrian: { kind: 'pedestrian' },
    fled: { kind: 'fled' },
    uninsured: { kind: 'uninsured' },
    none: { kind: 'none' },
    unknownPlate: { kind: 'car' },
  },
  count: { none: 0, two: 2 },
  phone: { number: '13800138000' },
  plate: { plate: '湘A12345' },
  name: { name: '张小明' },
  hospital: { hospital: '市第一人民医院' },
  photo: { one: ['f1'], none: [] },
  yesNo: { yes: 'yes', no: 'no' },
  code: { six: '123456' },
  reference: { phone: '13800138000' },
  pick: { second: 2 },
  money: { sum: { fen: 3_000_000, approx: false } },
};
const { accident: _day, settledBy: _settled, ruralRegistered: _where, ...KNOWN } = NOTHING;
const ALL_BUT_THE_DAY: JsonObject = { ...KNOWN, disability: true };
/** Circumstances in which flows start. */
const params: Readonly<Record<string, readonly JsonObject[]>> = {
  details: [
    { injured: [{ n: 1, state: 'inpatient' }], other: { kind: 'car' } },
    {
      injured: [
        { n: 1, state: 'outpatient' },
        { n: 2, state: 'notTreated' },
        { n: 3, state: 'critical' },
      ],
      other: { kind: 'none' },
    },
  ],
  human: [{}, { phone: '13800138000', reason: 'asked' }],
  identity: [{ lacks: 'phone' }, { lacks: 'claim' }],
  code: [{ phone: '13800138000' }, { phone: '13800138000', again: true }],
  consents: [{ purposes: ['injuries', 'location', 'minor'] }],
  objection: [
    {
      rows: [
        { n: 1, item: 'medical', code: 'nonMedicare', amount: '6,000' },
        { n: 2, item: 'nursing', code: 'nursing', amount: '800' },
      ],
    },
  ],
  objectionWay: [{ ways: ['addPaper', 'itemisedList', 'recheck', 'supervisor', 'outside', 'notNow'] }],
  whichClaim: [{ claims: ['P20261124', 'P20261125'] }],
  documents: [
    { facts: { accident: '2026-11-23', inpatient: true, minor: false }, side: 'injured', consent: true },
    { facts: { accident: '2026-11-23', offRoad: false, policeHandled: true, inpatient: true } },
    { facts: {}, side: 'injured', consent: true },
    // Before 2022-05-01 the award went by where somebody lived.
    { facts: { ...ALL_BUT_THE_DAY, accident: '2021-03-01' }, side: 'injured', consent: true },
    { facts: ALL_BUT_THE_DAY, side: 'injured', consent: true },
    { topic: 'lostIncome' },
  ],
  advance: [{ consent: true, placed: true, people: ['1'] }, { people: ['张小明', '李小红'] }],
  paper: [{ offered: ['diagnosis', 'invoices'], listed: ['diagnosis', 'invoices', 'insuredId'] }],
};

function answersTo(ask: AskStep): Readonly<Record<string, Json>> {
  const { kind } = ask.kind;
  if (kind.startsWith('several.')) return severalOf(ask.kind.choices ?? []);
  const named = /^choice\.|^paper$/.test(kind)
    ? Object.fromEntries((ask.kind.choices ?? []).map((option) => [option, option]))
    : { ...samples[kind] };
  const all = ask.kind.accepts('unknown') ? { ...named, unknown: 'unknown' } : named;
  return Object.fromEntries(Object.entries(all).filter(([, value]) => ask.kind.accepts(value)));
}

/** One is asked for more, several and none are all there is. */
function severalOf(choices: readonly string[]): Readonly<Record<string, Json>> {
  const options = choices.filter((option) => option !== NO_MORE && option !== SKIP);
  return { one: options.slice(0, 1), all: options, none: [], unknown: SKIP };
}

/** What is looked up with arguments that count. */
function lookUp({ what, args: { side, ...facts } }: FetchStep, found: JsonObject): JsonObject {
  if (what === 'papersLacking')
    return { ask: checklist(facts as CaseFacts, '2026-11-24', realLaw, side as 'insured' | 'injured').ask };
  if (what !== 'lostIncome') return found;
  const { fallback, ...papers } = coachRuleOf(facts.occupation as Occupation);
  const told = papers.tells === undefined ? [] : ['persons.1'];
  return {
    ...papers,
    fallback: fallback.map((to) => `lostIncome.fallback.${to}`),
    differs: papers.differs.map((name) => `lostIncome.differs.${name}`),
    tells: told.map((name) => `lostIncome.tells.${name}`),
  };
}

const inForce: JsonObject = { status: 'value', value: '48', unit: 'hours', by: '2026-11-24T11:00:00+08:00' };

function fetched(flow: Flow, frame: Frame, found: JsonObject): { frame: Frame; position: Position } {
  let next = frame;
  let position = resolve(flow, next);
  while (position.at === 'fetch') {
    next = withFetched(next, position.key, lookUp(position.fetch, found));
    position = resolve(flow, next);
  }
  return { frame: next, position };
}

interface Walk {
  readonly edges: Set<string>;
  readonly says: Map<string, Say>;
  /** What a sentence asks. */
  readonly asks: Map<Say, AskStep>;
}

function walk(flow: Flow, found: JsonObject = inForce): Walk {
  const edges = new Set<string>();
  const says = new Map<string, Say>();
  const asks = new Map<Say, AskStep>();
  const seen = new Set<string>();
  const waiting: Frame[] = (params[flow.name] ?? [{}]).map((given) => startFrame(flow, at, given));
  for (let frame = waiting.shift(); frame; frame = waiting.shift()) {
    const here = fetched(flow, frame, found);
    hear(here.frame, here.position, says, asks);
    if (here.position.at !== 'question') continue;
    const { ask } = here.position;
    for (const [sort, value] of Object.entries(answersTo(ask))) {
      const there = fetched(flow, answered(here.frame, ask.name, value, at), found);
      const next = there.position.at === 'question' ? plain(there.position.ask.name) : 'end';
      const edge = `${plain(ask.name)} --${sort}--> ${next}`;
      hear(there.frame, there.position, says, asks);
      edges.add(edge);
      // What only the family is asked lies behind edges that others walked before.
      const walked = `${there.frame.answers.role?.value === 'family'} ${edge}`;
      if (seen.has(walked)) continue;
      seen.add(walked);
      waiting.push(there.frame);
    }
  }
  return { edges, says, asks };
}

function hear(frame: Frame, position: Position, says: Map<string, Say>, asks: Map<Say, AskStep>): void {
  for (const { key, options } of position.tells) says.set(key, { key, ...options });
  if (position.at !== 'question') return;
  const asked = question(frame, position);
  asks.set(asked, position.ask);
  says.set(`${asked.key} ${asked.readBack?.items.length ?? ''}`, asked);
  if (position.trail.length > 0)
    says.set('common.noted', { key: 'common.noted', readBack: { flow: frame.flow, items: position.trail } });
}

describe('every flow', () => {
  for (const flow of Object.values(flows)) {
    const { edges, says, asks } = walk(flow);
    it(`${flow.name}: every key it reaches has words in every language`, () => {
      for (const lang of languages)
        for (const say of says.values()) expect(renderer.render(lang, say).text, `${lang} ${say.key}`).to.match(/\S/);
    });
    it(`${flow.name}: every button is understood as the answer it stands for, in every language`, () => {
      for (const lang of languages) for (const say of says.values()) expectButtonsRead(flow.name, say, asks, lang);
    });
    it(`${flow.name}: its graph in docs/flows is the graph of today`, () => {
      const graph = `# ${flow.name}\n\nquestion --answer--> next question\n\n${[...edges].map((edge) => `    ${edge}`).join('\n')}\n`;
      const file = join(root, 'docs/flows', `${flow.name}.md`);
      if (process.env.UPDATE) {
        mkdirSync(join(root, 'docs/flows'), { recursive: true });
        writeFileSync(file, graph);
      }
      expect(readFileSync(file, 'utf8'), `run UPDATE=1 npm test, then read what changed in ${file}`).to.equal(graph);
    });
  }
});

function expectButtonsRead(flow: string, say: Say, asks: ReadonlyMap<Say, AskStep>, lang: Lang): void {
  const ask = asks.get(say);
  if (!say.asked || !ask) return;
  const labels = renderer
    .render(lang, say)
    .actions.filter((action) => action.type === 'imBack')
    .map((action) => action.value);
  say.asked.choices.forEach((choice, index) => {
    const read = ask.kind.read({ text: labels[index] ?? '', files: [] }, { at });
    expect(read.kind, `${lang} ${flow}.${say.asked?.question}: “${labels[index]}”`).to.equal('value');
    if (read.kind !== 'value') return;
    if (/^choice\.|^paper$/.test(ask.kind.kind)) expect(read.value, `${lang} “${labels[index]}”`).to.equal(choice);
    if (!ask.kind.kind.startsWith('several.')) return;
    const several = choice === SKIP ? SKIP : choice === NO_MORE ? [] : [choice];
    expect(read.value, `${lang} “${labels[index]}”`).to.deep.equal(several);
  });
}

describe('a legal figure that is missing', () => {
  it('is said to be missing; nobody hears “NaN”', () => {
    for (const name of ['scene', 'report']) {
      const flow = flows[name];
      if (!flow) throw new Error(name);
      const { says } = walk(flow, { status: 'missing', by: '2026-11-24T11:00:00+08:00' });
      expect([...says.keys()]).to.include(name === 'scene' ? 'scene.distance.missing' : 'report.rescueFundUndated');
      for (const lang of languages)
        for (const say of says.values()) expect(renderer.render(lang, say).text).to.not.include('NaN');
    }
  });
});

describe('problems', () => {
  it('all have words in every language', () => {
    const frame = startFrame({ name: 'report', *script() {} } as Flow, at);
    for (const lang of languages) {
      const words = renderer.file(lang, 'prompts') as Record<string, Record<string, string>>;
      for (const [kind, problems] of Object.entries(words)) {
        for (const name of Object.keys(problems)) {
          const position = {
            at: 'question',
            trail: [],
            tells: [],
            ask: {
              step: 'ask',
              name: 'x',
              kind: {
                kind,
                find: () => [],
                read: () => ({ kind: 'value', value: '' }),
                accepts: (_v: unknown): _v is string => true,
              },
              options: {},
            },
          } as unknown as Position & { at: 'question' };
          expect(renderer.render(lang, wrong(frame, position, name, { min: 1, max: 2, got: 3 })).text).to.not.match(
            /\{\{/,
          );
          expect(renderer.render(lang, whichOne(frame, position, [])).text).to.match(/\S/);
        }
      }
    }
  });
});
