/** “少发点”, “别发了”, “恢复通知”: how much a conversation wants to be told; it is said what is missed then. */
import type { Level } from '../../claims/telling/types.ts';
import { goOn, type Scope } from '../scope.ts';
import { setNews } from './news.ts';
import { TEXT_JOB } from './plan.ts';

const WORDS: Readonly<Record<Level, string>> = {
  all: 'telling.restored',
  needed: 'telling.fewer',
  law: 'telling.mute',
};

export function chooseLevel(scope: Scope, level: Level): true {
  setNews(scope.draft, { level });
  // What is on its way already would come after she was told that nothing comes.
  if (level === 'law') scope.draft.cancelJobs.push(`${TEXT_JOB}:${scope.draft.conversation.id}`);
  scope.say({ key: WORDS[level], quick: level === 'all' ? ['progress', 'human'] : ['allNews', 'progress', 'human'] });
  goOn(scope);
  return true;
}
