/** What a dialog says → a Bot Framework activity with the stable names of docs/protocol.md. */
import type { Activity } from 'botbuilder';
import type { Say } from '../dialogs/say.ts';
import type { Lang, Renderer, Spoken } from '../locales/render.ts';

const inputs: Readonly<Record<string, string>> = {
  time: 'time',
  place: 'place',
  plate: 'plate',
  otherSide: 'plate',
  phone: 'phone',
  count: 'number',
  name: 'name',
  photo: 'photo',
  idNumber: 'idNumber',
  money: 'money',
  text: 'text',
  hospital: 'text',
};

export function speak(renderer: Renderer, lang: Lang, say: Say): Partial<Activity> {
  const spoken = renderer.render(lang, say);
  const activity: Partial<Activity> = {
    type: 'message',
    text: spoken.text,
    textFormat: 'plain',
    locale: lang,
    from: { id: 'lipei', name: renderer.sentence(lang, 'common.botName'), role: 'bot' },
    inputHint: say.asked ? 'expectingInput' : 'acceptingInput',
    channelData: channelData(say, spoken),
  };
  if (spoken.actions.length > 0) activity.suggestedActions = { to: [], actions: [...spoken.actions] };
  return activity;
}

function channelData(say: Say, spoken: Spoken): Readonly<Record<string, unknown>> {
  const { asked } = say;
  // Its name is that of the page's card.
  const page = say.links?.[0];
  return {
    key: say.key,
    speaker: 'bot',
    ...(asked ? { flow: asked.flow, question: asked.question, input: inputs[asked.kind] ?? 'choice' } : {}),
    ...(asked?.stage ? { stage: asked.stage } : {}),
    ...(spoken.change ? { change: spoken.change } : {}),
    ...(spoken.summary.length > 0 ? { summary: spoken.summary } : {}),
    ...(say.key === 'scene.card' ? { card: 'scene' } : {}),
    ...(say.key === 'progress.timeline' ? { card: 'timeline' } : {}),
    ...(say.key === 'explanation.whole' ? { card: 'money' } : {}),
    ...(page ? { card: page.name, url: page.url } : {}),
  };
}
