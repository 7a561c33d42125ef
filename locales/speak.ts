/** One utterance: its text, the buttons under it, and what is read back with it. */
import type { Action, Lang, Renderer, Speech, Spoken, SummaryLine } from './render.ts';
import type { Answered } from './show.ts';

/** What is at hand in one language. */
interface Tongue {
  readonly t: (key: string, values?: Readonly<Record<string, unknown>>) => string;
  readonly has: (key: string) => boolean;
  readonly show: (answered: Answered) => string;
  /** The insurer's number, empty where none is configured. */
  readonly hotline: string;
}

type Words = Pick<Renderer, 'sentence' | 'has' | 'show'>;

export function speak(lang: Lang, speech: Speech, { sentence, has, show }: Words, hotline: string): Spoken {
  const tongue: Tongue = {
    t: (key, values) => sentence(lang, key, values),
    has: (key) => has(lang, key),
    show: (answered) => show(lang, answered),
    hotline,
  };
  const { asked, readBack } = speech;
  const lines = (readBack?.items ?? []).flatMap((item) => summaryLine(item, readBack?.flow ?? '', tongue));
  const values = Object.entries(speech.values ?? {}).map(([name, value]) => [
    name,
    typeof value === 'object' ? tongue.show(value) : value,
  ]);
  return {
    text: tongue.t(speech.key, { ...Object.fromEntries(values), lines }),
    actions: actions(speech, lines, tongue),
    // Drawn as a list where everything is read back before it is submitted; elsewhere the text says it all.
    summary: asked && speech.key !== 'common.whichField' ? lines : [],
    change: asked && changeText(asked.flow, asked.question, tongue),
  };
}

function actions(speech: Speech, lines: readonly SummaryLine[], { t, show, hotline }: Tongue): Action[] {
  const say = (title: string): Action => ({ type: 'imBack', title, value: title });
  const calls = (speech.calls ?? [])
    .filter((name) => name !== 'insurer' || hotline !== '')
    .map(
      (name): Action => ({
        type: 'call',
        title: t(`common.call.${name}`),
        value: `tel:${name === 'insurer' ? hotline : name}`,
      }),
    );
  const links = (speech.links ?? []).map(
    ({ name, url }): Action => ({ type: 'openUrl', title: t(`common.link.${name}`), value: url }),
  );
  const quick = (speech.quick ?? []).map((name) => say(t(`quick.${name}`)));
  return [...calls, ...links, ...replies(speech, lines, show).map(say), ...quick];
}

/** The short answers that are offered. */
function replies({ key, asked }: Speech, lines: readonly SummaryLine[], show: Tongue['show']): readonly string[] {
  if (!asked) return [];
  if (key === 'common.whichField') return lines.map((line) => line.change);
  if (asked.options) return asked.options.map(show);
  return asked.choices.map((answer) => show({ kind: asked.kind, answer }));
}

function summaryLine(
  item: { name: string; kind: string; value: unknown },
  flow: string,
  tongue: Tongue,
): SummaryLine[] {
  const change = changeText(flow, item.name, tongue);
  if (change === undefined) return [];
  const label = tongue.show({ kind: 'field', answer: `${flow}.${item.name}` });
  return [{ flow, question: item.name, label, value: tongue.show({ kind: item.kind, answer: item.value }), change }];
}

/** What a person says, or a button sends, to change an answer; undefined for answers that are not read back. */
function changeText(flow: string, question: string, { t, has, show }: Tongue): string | undefined {
  if (!has(`labels.${flow}.${plain(question)}`)) return undefined;
  return t('common.change', { label: show({ kind: 'field', answer: `${flow}.${question}` }) });
}

/** `person.2.state` → `person.state`: one label for all of a kind. */
const plain = (name: string): string => name.replace(/\.\d+(?=\.|$)/g, '');
