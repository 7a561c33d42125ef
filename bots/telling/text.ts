/** Sends the text message about news that nobody has read: that there is some, and where it is read. */
import { quietUntil } from '../../claims/telling/quiet.ts';
import type { Lang, Renderer } from '../../locales/render.ts';
import type { Sender } from '../../sms/port.ts';
import type { Job, TellingPort } from '../../store/ports.ts';
import type { TellingRules } from '../deps.ts';

export interface TextDeps {
  readonly store: Pick<TellingPort, 'unseen'>;
  readonly sender: Sender;
  readonly renderer: Pick<Renderer, 'sentence'>;
  readonly rules: Pick<TellingRules, 'quiet'>;
  readonly now: () => number;
  /** Of the page. */
  readonly url: () => string;
}

interface Order {
  readonly phone: string;
  readonly lang: Lang;
  readonly zone?: string;
}

/** Whether nothing is left to do, or when to look again. A gateway that gets the same key twice sends it once. */
export async function sendText(deps: TextDeps, { conversation, payload }: Job): Promise<boolean | number> {
  const { phone, lang, zone } = payload as unknown as Order;
  const seq = conversation && (await deps.store.unseen(conversation));
  if (seq === undefined) return true;
  // A process that was away may come back in the middle of the night.
  const quiet = quietUntil(deps.now(), deps.rules.quiet, zone);
  if (quiet !== undefined) return quiet;
  const text = deps.renderer.sentence(lang, 'sms.news', { url: deps.url() });
  const { status } = await deps.sender.send({ to: phone, text, key: `news:${conversation}:${seq}` });
  return status !== 'failed';
}
