/** On sentences that taught nothing: not worse than it was before. `npm run understand:eval` shows it kind by kind. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { factMarks } from '../../scripts/understanding/facts.ts';
import { examination, lessons, MATERIAL, PAPERS, toldFacts } from '../../scripts/understanding/material.ts';
import { marksOf } from '../../scripts/understanding/measure.ts';
import { TALK_PAPERS, talkExamination, talkLessons, talkMarks } from '../../scripts/understanding/talk.ts';
import { entitiesIn } from '../../understanding/entities.ts';
import { INTENTS } from '../../understanding/labels.ts';
import { TALK_WISHES } from '../../understanding/talkLabels.ts';
import { intentOf } from '../../understanding/understand.ts';

const floor = JSON.parse(readFileSync(join(MATERIAL, 'floor.json'), 'utf8')) as Record<string, number>;
const least = (name: string): number => floor[name] ?? Number.POSITIVE_INFINITY;

describe('understanding, examined', () => {
  for (const paper of PAPERS) {
    it(`${paper}: intents are right as often as before, and danger and despair are heard`, () => {
      const { count, strict, acceptable, missed, imagined, crisis } = marksOf(examination(paper), intentOf);
      expect((100 * strict) / count).to.be.at.least(least(`${paper}.strict`));
      expect((100 * acceptable) / count).to.be.at.least(least(`${paper}.acceptable`));
      expect(missed.length, missed.join()).to.be.at.most(1);
      expect(imagined.length / count, imagined.join()).to.be.at.most(0.02);
      expect(crisis.missed).to.deep.equal([]);
    });

    it(`${paper}: facts are found as often as before, and none is invented`, () => {
      const { kinds, invented } = factMarks(toldFacts(paper), (text, at) => ({ ...entitiesIn(text, { at }) }));
      const all = [...kinds.values()];
      const right = all.reduce((sum, one) => sum + one.right, 0);
      expect((100 * right) / all.reduce((sum, one) => sum + one.told, 0)).to.be.at.least(least(`${paper}.facts`));
      expect(invented).to.deep.equal([]);
    });
  }

  it('what is wanted in a talk about money is right as often as before; what wants nothing is seldom taken for it', () => {
    const { count, taken, right, none, imagined } = talkMarks('all');
    expect((100 * right) / count).to.be.at.least(least('talk.right'));
    expect(right / taken).to.be.at.least(0.9);
    expect(imagined.length / none, imagined.join()).to.be.at.most(0.08);
  });

  it('so is what whoever is asked for money wants in the middle of it', () => {
    const { count, taken, right, none, imagined } = talkMarks('drivers');
    expect((100 * right) / count).to.be.at.least(least('drivers.right'));
    expect(right / taken).to.be.at.least(0.8);
    expect(imagined.length / none, imagined.join()).to.be.at.most(0.25);
  });

  it('so are the wishes that were split off last, in both languages', () => {
    const { count, taken, right, none, imagined } = talkMarks('newer');
    expect((100 * right) / count).to.be.at.least(least('newer.right'));
    expect(right / taken).to.be.at.least(0.85);
    expect(imagined.length / none, imagined.join()).to.be.at.most(0.1);
  });

  it('no lesson of the talks stands in their examination, and every label is one of ours', () => {
    const papers = Object.keys(TALK_PAPERS) as (keyof typeof TALK_PAPERS)[];
    const asked = new Set(papers.flatMap((paper) => talkExamination(paper)).map(({ text }) => text));
    for (const { text, label } of talkLessons()) {
      expect(asked.has(text), text).to.equal(false);
      expect(TALK_WISHES, text).to.include(label);
    }
  });

  it('no lesson stands in an examination, and every label is one of ours', () => {
    const asked = new Set(PAPERS.flatMap((paper) => examination(paper)).map(({ text }) => text));
    for (const { text, intent, acceptable_intents = [] } of lessons()) {
      expect(asked.has(text), text).to.equal(false);
      expect(INTENTS, text).to.include.members([intent, ...acceptable_intents]);
    }
  });
});
