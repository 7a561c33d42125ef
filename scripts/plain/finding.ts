import type { Lang } from '../../locales/render.ts';

export type RuleName =
  | 'example'
  | 'long'
  | 'median'
  | 'numbers'
  | 'requests'
  | 'jargon'
  | 'forbidden'
  | 'score'
  | 'exception';

export interface Finding {
  readonly lang: Lang;
  readonly key: string;
  readonly rule: RuleName;
  readonly sentence: string;
  readonly fix: string;
}

export const finding = (of: Finding): Finding => of;
export const shown = ({ lang, key, rule, sentence, fix }: Finding): string =>
  `${lang} ${key} [${rule}] “${sentence.replaceAll('\n', ' / ')}” → ${fix}`;
