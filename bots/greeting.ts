/** The first line, and the language that both speak. */
import { looksEnglish } from '../understanding/meaning.ts';
import type { Draft } from './draft.ts';
import { occupied } from './handoff.ts';
import type { Scope } from './scope.ts';

export function greet(scope: Scope, locale: string | undefined): void {
  const { draft } = scope;
  if (draft.state.greeted || occupied(draft)) return;
  if (locale?.toLowerCase().startsWith('en')) draft.set({ lang: 'en' });
  draft.set({ greeted: true });
  scope.say({
    key: scope.deps.sample ? 'home.greetingSampled' : 'home.greeting',
    quick: ['emergency', 'report', 'progress', 'human'],
  });
}

export function chooseLanguage(draft: Draft, text: string): void {
  if (draft.state.langChosen || text === '') return;
  if (looksEnglish(text)) draft.set({ lang: 'en', langChosen: true });
  else if (/\p{Script=Han}/u.test(text)) draft.set({ lang: 'zh-CN', langChosen: true });
}
