/** Sentences with their meaning. `train-*.jsonl` teach; the papers below are kept apart and only examine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Intent } from '../../understanding/labels.ts';

export interface Example {
  readonly text: string;
  readonly intent: Intent;
  /** Where a reasonable person would be content to be led as well. */
  readonly acceptable_intents?: readonly Intent[];
  /** Words of self-harm. */
  readonly crisis?: true;
}

export const MATERIAL = join(import.meta.dirname, '../../understanding/material');

export const linesOf = <T>(path: string): readonly T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

/** All that teaches, each sentence once, and none that stands in an examination. */
export function lessons(): readonly Example[] {
  const files = readdirSync(MATERIAL).filter((name) => /^train-.*\.jsonl$/.test(name));
  const all = files.sort().flatMap((name) => linesOf<Example>(join(MATERIAL, name)));
  const asked = new Set(PAPERS.flatMap((paper) => examination(paper)).map(({ text }) => bare(text)));
  return [...new Map(all.map((example) => [bare(example.text), example])).values()].filter(
    ({ text }) => !asked.has(bare(text)),
  );
}
export const bare = (text: string): string => text.replace(/[\s\p{P}]+/gu, '').toLowerCase();

/**
 * `kept`: written apart by somebody who saw nothing else, and looked at for sums only, once the lessons stood. `aside`: the
 * same, but its sums were seen often. `second`: was apart once, its mistakes have been read since. `dev`: given with the
 * project, looked at while words were chosen.
 */
export const PAPERS = ['kept', 'aside', 'second', 'dev'] as const;
export type Paper = (typeof PAPERS)[number];
export const examination = (paper: Paper): readonly Example[] =>
  linesOf<Example>(join(MATERIAL, `${paper}-intents.jsonl`));

/** A sentence with the facts in it. */
export interface Told {
  readonly text: string;
  readonly reference_time: string;
  readonly entities: Readonly<Record<string, unknown>>;
  /** Could be inferred; neither wanted nor wrong. */
  readonly optional?: readonly string[];
  readonly must_not?: readonly string[];
}
export const toldFacts = (paper: Paper): readonly Told[] => linesOf<Told>(join(MATERIAL, `${paper}-entities.jsonl`));
