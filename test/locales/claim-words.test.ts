/** Stages, papers and the 误工 coach: every word is there for what the rules name, is rendered, and is plain. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { FACTS } from '../../claims/documents/checklist.ts';
import { COACHES } from '../../claims/documents/lostIncome/index.ts';
import { DOCUMENTS } from '../../claims/documents/rules/index.ts';
import { OCCUPATIONS } from '../../claims/documents/types.ts';
import { STAGES } from '../../claims/stages/rules/index.ts';
import { createRenderer, languages } from '../../locales/render.ts';
import { realLaw } from '../cases/invented.ts';

const LOCALES = join(import.meta.dirname, '../../locales');
const { sentence } = createRenderer(LOCALES, {});
const each = (prefix: string, names: Iterable<string>, ends: readonly string[] = ['']): string[] =>
  [...new Set(names)].flatMap((name) => ends.map((end) => `${prefix}.${name}${end}`));

/** Rules that changed with time: one sentence for each value they ever had. */
const told = COACHES.flatMap(({ tells }) => realLaw.parameters.filter(({ id }) => id === tells)).flatMap(
  ({ id, values }) => values.map(({ value }) => `${id.split('.').at(-1)}.${value}`),
);
const NAMED: Readonly<Record<string, readonly string[]>> = {
  stages: [
    ...each(
      'stages',
      ['name', 'plain', 'client'],
      STAGES.map(({ id }) => `.${id}`),
    ),
    ...each('stages.actor', ['client', ...STAGES.map(({ actor }) => actor)]),
    ...each('stages.hold', [...STAGES.flatMap(({ hold }) => hold ?? []), 'received']),
    'stages.usual',
  ],
  documents: [
    ...each(
      'documents.paper',
      DOCUMENTS.map(({ id }) => id),
      ['.name', '.why', '.tip'],
    ),
    ...each(
      'documents.group',
      DOCUMENTS.map(({ group }) => group),
    ),
    ...each(
      'documents.issuer',
      DOCUMENTS.map(({ issuer }) => issuer),
    ),
    ...each(
      'documents.copy',
      DOCUMENTS.map(({ copy }) => copy),
    ),
    ...each(
      'documents.form',
      DOCUMENTS.flatMap(({ forms }) => forms),
    ),
    ...each(
      'documents.ask',
      FACTS.filter((fact) => fact !== 'died'),
    ),
    ...each('documents.state', ['missing', 'received', 'unreadable', 'accepted', 'notNeeded']),
    ...each('documents.because.unreadable', ['blurred', 'blank', 'cutOff', 'pagesLacking']),
    ...each('documents.because.notNeeded', ['factsChanged', 'otherPaper', 'insurerHasIt', 'waived']),
    ...each('documents.because.askedAgain', ['wrongPaper', 'wrongPerson', 'unsigned', 'noStamp', 'outOfDate']),
    // The questions of the dialog.
    ...['side', 'consent', 'accidentDay', 'occupation', 'carer', 'trade'].map((name) => `documents.${name}.ask`),
    ...each('documents', ['accident', 'treatment', 'losses', 'after'], ['.ask', '.ask_more']),
    ...each('documents', ['head', 'needed', 'depends', 'notInList', 'unneededResidence', 'complete']),
  ],
  lostIncome: [
    ...each(
      'lostIncome',
      ['occupation', 'start'],
      OCCUPATIONS.map((id) => `.${id}`),
    ),
    ...each(
      'lostIncome.fallback',
      COACHES.flatMap(({ fallback }) => fallback),
    ),
    ...each(
      'lostIncome.differs',
      COACHES.flatMap(({ differs }) => differs),
    ),
    ...each('lostIncome.tells', told),
    ...each('lostIncome.head', ['income', 'instead', 'days', 'daysInstead', 'fallback', 'differs']),
    ...each('lostIncome', ['until', 'never']),
  ],
};
const VALUES = {
  ...{ n: 1, name: 'N', issuer: 'I', copy: 'C', why: 'W', ask: 'A', day: '2026-11-20', items: 8, who: 'Chen' },
};

function leaves(value: unknown, path: string): string[] {
  if (typeof value === 'string') return [path];
  return Object.entries(value as object).flatMap(([name, child]) => leaves(child, `${path}.${name}`));
}
const fileOf = (lang: string, topic: string): unknown =>
  JSON.parse(readFileSync(join(LOCALES, lang, `${topic}.json`), 'utf8'));

describe('words of a claim', () => {
  for (const lang of languages)
    for (const [topic, keys] of Object.entries(NAMED)) {
      it(`${lang} ${topic}: there for everything that is named, and for nothing else`, () =>
        expect(leaves(fileOf(lang, topic), topic).sort()).to.deep.equal([...keys].sort()));

      it(`${lang} ${topic}: rendered with its values`, () => {
        for (const key of keys) expect(sentence(lang, key, VALUES), key).to.match(/^[^{}]+$/);
      });
    }

  /** Sentences of the Chinese texts that people read whole; names and headings are none. */
  const said = Object.values(NAMED)
    .flat()
    .map((key) => sentence('zh-CN', key, VALUES))
    .flatMap((text) => text.split(/[。？！\n]/))
    .map((one) => one.trim())
    .filter((one) => /[，、]|.{7}/u.test(one));

  it('are short: half of the sentences have at most 18 characters, none more than 40', () => {
    const lengths = said.map((one) => one.length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).to.be.at.most(18);
    expect(said.filter((one) => one.length > 40)).to.deep.equal([]);
  });

  it('neither promise nor blame, and never ask where somebody lives to “upgrade” him', () => {
    expect(
      said.filter((one) => /一定|我们保证|保证赔|肯定|必须|不得|逾期|责令|拒赔|您没有|怎么没/.test(one)),
    ).to.deep.equal([]);
    const urban = said.filter((one) => /城镇居住/.test(one));
    expect(urban.length, 'the old rule and the sentence that nobody needs it').to.equal(1);
  });
});
