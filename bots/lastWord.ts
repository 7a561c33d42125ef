/**
 * Several messages that were accepted together are read in order, each answered; where danger or despair was told in one of
 * them and others came behind it, help has the last word: what to dial stands at the end, and not further up.
 */
import type { JsonObject, Said } from '../store/ports.ts';
import type { TurnDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { speak } from './speak.ts';

/** What was said to danger or despair, what is said again, and whom to call. */
const URGENT: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/^crisis\.help$/, 'crisis.again', ['12356', '120', '110']],
  [/^emergency\.now$|^report\.danger\.(?!unsure|script)/, 'emergency.again', ['120', '122']],
];

interface Shown {
  readonly replyToId?: string;
  readonly inputHint?: string;
  readonly channelData?: JsonObject;
  readonly suggestedActions?: { readonly actions: readonly { readonly type: string; readonly value: string }[] };
}
const shown = (said: Said | undefined): Shown => (said?.payload ?? {}) as unknown as Shown;

/** Undefined where nothing urgent was told, or nothing came behind it, or the last line says it already. */
export function lastWord({ renderer }: TurnDeps, draft: Draft): Said | undefined {
  const last = shown(draft.said.at(-1));
  const [, key, calls] = URGENT.find(([said]) => draft.said.some((one) => said.test(keyOf(one)))) ?? [];
  if (!key || !calls || isAnswered(draft, key)) return undefined;
  const heard = draft.said.findLast((one) => URGENT.some(([said]) => said.test(keyOf(one))));
  const actions = last.suggestedActions?.actions ?? [];
  if (shown(heard).replyToId === last.replyToId || actions.some(({ value }) => value === `tel:${calls[0]}`))
    return undefined;
  draft.noteSaid([{ key }]);
  const spoken = speak(renderer, draft.state.lang, { key, calls }) as unknown as JsonObject & Shown;
  const { replyToId, inputHint, channelData } = last;
  const both = [...(spoken.suggestedActions?.actions ?? []), ...actions.filter(({ type }) => type !== 'call')];
  const payload = {
    ...spoken,
    // Clients show the buttons of the last line only: those of the open question go along.
    suggestedActions: { to: [], actions: both },
    channelData: { ...channelData, key, speaker: 'bot' },
    ...(inputHint ? { inputHint } : {}),
    ...(replyToId ? { replyToId } : {}),
  };
  return { direction: 'bot', payload: payload as unknown as JsonObject };
}

const keyOf = (said: Said): string => String(shown(said).channelData?.key);

/** “已经打了”: whoever was asked whether 120 is called, and has answered, need not hear it again. */
const isAnswered = ({ state }: Draft, key: string): boolean =>
  key === 'emergency.again' &&
  state.talk.stack.some(({ flow, answers }) => flow === 'report' && answers.called !== undefined);
