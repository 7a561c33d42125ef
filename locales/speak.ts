/** One utterance: its text, the buttons under it, and what is read back with it. */
import type { Action, Lang, Renderer, Sentence, Speech, Spoken, SummaryLine } from './render.ts';
import { type Answered, shower } from './show.ts';

export function speak(lang: Lang, speech: Speech, sentence: Sentence, has: Renderer['has']): Spoken {
  const show = shower(lang, sentence, has);
  const summary = (speech.readBack?.items ?? []).flatMap((item) =>
    summaryLine(item, speech.readBack?.flow ?? '', lang, show, sentence, has),
  );
  const values = Object.fromEntries(
    Object.entries(speech.values ?? {}).map(([name, value]) => [name, typeof value === 'object' ? show(value) : value]),
  );
  const asked = speech.asked;
  const changeKey = asked && `labels.${asked.flow}.${plain(asked.question)}`;
  return {
    text: sentence(lang, speech.key, { ...values, lines: summary }),
    actions: actions(lang, speech, summary, show, sentence),
    // Drawn as a list where everything is read back before it is submitted; elsewhere the text says it all.
    summary: speech.asked && speech.key !== 'common.whichField' ? summary : [],
    change:
      changeKey && has(lang, changeKey)
        ? sentence(lang, 'common.change', { label: sentence(lang, changeKey) })
        : undefined,
  };
}

function actions(
  lang: Lang,
  speech: Speech,
  summary: readonly SummaryLine[],
  show: (a: Answered) => string,
  sentence: Sentence,
): Action[] {
  const { asked } = speech;
  const say = (title: string): Action => ({ type: 'imBack', title, value: title });
  const calls = (speech.calls ?? []).map(
    (n): Action => ({ type: 'call', title: sentence(lang, `common.call.${n}`), value: `tel:${n}` }),
  );
  const links = (speech.links ?? []).map(
    ({ name, url }): Action => ({ type: 'openUrl', title: sentence(lang, `common.link.${name}`), value: url }),
  );
  const quick = (speech.quick ?? []).map((name) => say(sentence(lang, `quick.${name}`)));
  return [...calls, ...links, ...replies(), ...quick];

  function replies(): Action[] {
    if (!asked) return [];
    if (speech.key === 'common.whichField') return summary.map((line) => say(line.change));
    if (asked.options) return asked.options.map((option) => say(show(option)));
    return asked.choices.map((name) => say(show({ kind: asked.kind, answer: name })));
  }
}

function summaryLine(
  item: { name: string; kind: string; value: unknown },
  flow: string,
  lang: Lang,
  show: (a: Answered) => string,
  sentence: Sentence,
  has: Renderer['has'],
): SummaryLine[] {
  if (!has(lang, `labels.${flow}.${plain(item.name)}`)) return [];
  const label = show({ kind: 'field', answer: `${flow}.${item.name}` });
  const value = show({ kind: item.kind, answer: item.value });
  return [{ question: item.name, label, value, change: sentence(lang, 'common.change', { label }) }];
}

/** `person.2.state` → `person.state`: one label for all of a kind. */
const plain = (name: string): string => name.replace(/\.\d+(?=\.|$)/g, '');
