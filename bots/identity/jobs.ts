/**
 * Sends codes: the part of asking for one that knows what exists. It runs after the turn, in whatever process, and nobody in the
 * conversation hears how it went. Tried again where the way to the phone is closed, with the same code under the same key.
 */
import { randomUUID } from 'node:crypto';
import type { Lang, Renderer } from '../../locales/render.ts';
import type { Sender } from '../../sms/port.ts';
import type { ConversationId, Job, NewCode, Store } from '../../store/ports.ts';
import { findTarget, type Target } from './find.ts';
import { askedOf } from './request.ts';
import { blankHash, codeOf, hashOf, printOf } from './secrets.ts';
import type { IdentityDeps, Named } from './types.ts';

export interface CodeJobDeps extends Omit<IdentityDeps, 'store'> {
  readonly store: Pick<Store, 'claimByNumber' | 'claimOfInsurer' | 'claimsBy' | 'events' | 'issueCode' | 'codeSent'>;
  readonly sender: Sender;
  readonly renderer: Pick<Renderer, 'sentence'>;
  readonly now: () => number;
}

/** As `requestCode` writes it. */
export interface CodeOrder {
  readonly code: string;
  readonly named: Named;
  readonly lang: Lang;
  readonly at: number;
}

/** Whether nothing is left to do. */
export async function sendCode(deps: CodeJobDeps, { conversation, payload }: Job): Promise<boolean> {
  const order = payload as unknown as CodeOrder;
  const until = order.at + deps.policy.validFor;
  // What would arrive too late is not worth a message.
  if (!conversation || deps.now() >= until) return true;
  const target = await findTarget(deps.store, order.named);
  const issued = await issue(deps, order, conversation, target);
  if (issued !== 'send' || !target) return true;
  const { status } = await deps.sender.send({ to: target.phone, text: textOf(deps, order), key: order.code });
  if (status === 'sent') await deps.store.codeSent(order.code, deps.now());
  return status !== 'failed';
}

/** The same row, whether there is somebody to send it to or not. */
function issue(deps: CodeJobDeps, order: CodeOrder, conversation: ConversationId, target: Target | undefined) {
  const { store, policy, key } = deps;
  const { code: id, named, at } = order;
  const [blank, asked] = [blankHash(), askedOf(key, named)];
  const hash = hashOf(key, id, conversation, codeOf(key, id, policy.digits));
  const code: NewCode = {
    ...{ id, conversation, asked, blank, at, expiresAt: at + policy.validFor },
    phone: target ? printOf(key, 'phone', target.phone) : asked,
    claims: target?.claims ?? [randomUUID()],
    hash: target ? hash : blank,
  };
  return store.issueCode(code, {
    phone: { most: policy.perPhone.most, since: at - policy.perPhone.within },
    claim: { most: policy.perClaim.most, since: at - policy.perClaim.within },
    address: { most: policy.perAddress.most, since: at - policy.perAddress.within },
  });
}

/** No name, no claim, no link: whoever else reads it learns nothing. */
function textOf({ renderer, key, policy }: CodeJobDeps, { code, lang }: CodeOrder): string {
  const minutes = Math.round(policy.validFor / 60_000);
  return renderer.sentence(lang, 'sms.code', { code: codeOf(key, code, policy.digits), minutes });
}
