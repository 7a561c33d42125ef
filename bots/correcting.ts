/** “时间填错了，是八点半”: which answer is meant, and where it stands now: in a running flow or in a submitted report. */
import { correct, correctable } from '../dialogs/change.ts';
import { correctableFields } from '../dialogs/correction/index.ts';
import { plain } from '../dialogs/say.ts';
import { begin, chooseField, openQuestion } from '../dialogs/talk.ts';
import type { Lang, Renderer } from '../locales/render.ts';
import type { Input } from '../prompts/kind.ts';
import { fieldIn } from '../understanding/field.ts';
import { proceed, type Scope } from './claimBot.ts';

/** “修改出险时间” (a button), or “时间填错了，是八点半”. */
export async function correctSomething(scope: Scope, input: Input, tapped?: string): Promise<boolean> {
  const { draft, runtime } = scope;
  const trail = correctable(runtime, draft.state.talk);
  const open = openQuestion(runtime, draft.state.talk);
  const target = tapped ?? fieldNamed(scope, input);
  if (target && trail.some((item) => item.name === target)) {
    await proceed(scope, await correct(runtime, draft.state.talk, target, input));
    return true;
  }
  const inReport = draft.state.talk.stack.at(-1)?.flow === 'report';
  if (draft.state.claim && !inReport && target && target in correctableFields) {
    await proceed(scope, await begin(runtime, draft.state.talk, 'correction', { field: target }));
    return true;
  }
  if (open && inReport && trail.length > 0) {
    await proceed(scope, chooseField(draft.state.talk, open.frame, open.position));
    return true;
  }
  if (!draft.state.claim) return false;
  await proceed(scope, await begin(runtime, draft.state.talk, 'correction'));
  return true;
}

/** The question whose “change” button was tapped: its text to the letter. */
export function changeTapped(scope: Scope, text: string): string | undefined {
  const { draft, runtime, deps } = scope;
  const { lang, talk } = draft.state;
  const flow = talk.stack.at(-1)?.flow ?? '';
  return correctable(runtime, talk).find(
    (item) => text !== '' && text === changeText(deps.renderer, lang, flow, item.name),
  )?.name;
}

function changeText(renderer: Renderer, lang: Lang, flow: string, name: string): string | undefined {
  const label = labelOf(renderer, lang, flow, name);
  return label && renderer.sentence(lang, 'common.change', { label });
}

/** How people see a question named; undefined for those that are not read back. */
function labelOf(renderer: Renderer, lang: Lang, flow: string, name: string): string | undefined {
  const known = renderer.has(lang, `labels.${flow}.${plain(name)}`);
  return known ? renderer.show(lang, { kind: 'field', answer: `${flow}.${name}` }) : undefined;
}

/** The question whose label is in the words: the button's text first, then how people call the field. */
function fieldNamed(scope: Scope, input: Input): string | undefined {
  const { draft, runtime, deps } = scope;
  const flow = draft.state.talk.stack.at(-1)?.flow ?? 'report';
  const { lang } = draft.state;
  const labelled = correctable(runtime, draft.state.talk).find((item) => {
    const label = labelOf(deps.renderer, lang, flow, item.name);
    return label !== undefined && input.text.includes(label);
  });
  if (labelled) return labelled.name;
  const named = fieldIn(input.text, runtime.now);
  return named === 'injuredCount'
    ? (correctable(runtime, draft.state.talk).find((item) => item.name.startsWith('injured'))?.name ?? named)
    : named;
}
