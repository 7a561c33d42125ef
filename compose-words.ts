/** What the program says: the law in force, the calendar, and the words in every language. Part of the composition root. */
import { join } from 'node:path';
import { wallClock } from './claims/clocks/days.ts';
import type { Config } from './config.ts';
import { loadCalendar } from './law/calendar.ts';
import { loadLaw } from './law/load.ts';
import { createRenderer } from './locales/render.ts';

const here = import.meta.dirname;

export type Words = ReturnType<typeof readWords>;

const loaded = new Map<string, Words>();

/** Law and words are files of the program: a process reads them once, however often it starts (tests often do). */
export function loadWords({ insurer }: Config): Words {
  const name = JSON.stringify(insurer);
  const words = loaded.get(name) ?? readWords(insurer);
  loaded.set(name, words);
  return words;
}

function readWords({ name: insurer, hotline, caller }: Config['insurer']) {
  const files = loadLaw(join(here, 'law'));
  const calendar = loadCalendar(join(here, 'law/calendar'));
  const law = (id: string, asker: string, at: number) => files.at(wallClock(at).slice(0, 10)).get(id, asker);
  const figure = (id: string, at: number): string | undefined => {
    const found = law(id, 'the scene card', at);
    return found.status === 'value' ? found.value : undefined;
  };
  return {
    renderer: createRenderer(join(here, 'locales'), { insurer, hotline, caller }),
    law,
    laws: files,
    figure,
    calendar,
  };
}
