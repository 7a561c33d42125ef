/** The draft of a letter in which somebody objects to a settlement: to print or to copy. Reached only by a signed link that the bot gave. */
import type { Response, Server } from 'restify';
import type { ObjectionNamed } from '../bots/deps.ts';
import type { ClaimFacts } from '../claims/fold.ts';
import type { Law } from '../law/types.ts';
import type { Renderer } from '../locales/render.ts';
import type { Store } from '../store/ports.ts';
import { objectionPage } from './objectionPage.ts';
import { isLiving, LINK_LIFE, type LinkGrant, pageHeaders, plainHeaders, signedLink, verified } from './signedLink.ts';
import { mountSignedPage, type SignedPageDeps } from './signedPage.ts';

export interface ObjectionDeps extends SignedPageDeps {
  readonly store: Pick<Store, 'claim' | 'conversation'>;
  readonly renderer: Renderer;
  readonly laws: Law;
  readonly key: Buffer;
}
type Named = Pick<LinkGrant, 'claim' | 'conversation'> & ObjectionNamed;
type Grant = LinkGrant & ObjectionNamed;

const KIND = 'objection';
const PATH = '/chat/objection/';

export function objectionUrl(key: Buffer, named: Named, now: number): string {
  const grant: Grant = { ...named, iat: now, exp: now + LINK_LIFE };
  return `${PATH}${signedLink(key, KIND, grant)}`;
}

export const mountObjection = (server: Server, deps: ObjectionDeps): void =>
  mountSignedPage(server, PATH, deps, (signed, res) => answer(deps, signed, res));

async function answer(deps: ObjectionDeps, signed: string, res: Response): Promise<void> {
  const grant = verified<Grant>(deps.key, KIND, signed, deps.now());
  const row = grant && (await isLiving(deps.store, grant)) ? await deps.store.claim(grant.claim) : undefined;
  const facts = row?.facts as unknown as ClaimFacts | undefined;
  const objection = facts?.objections?.find(({ id }) => id === grant?.id);
  const settlement = facts?.settlements?.find(
    ({ victim, version }) => victim === objection?.victim && version === objection.version,
  );
  if (!grant || !facts || !objection || !settlement)
    return void res.sendRaw(404, deps.renderer.sentence('zh-CN', 'letter.gone'), plainHeaders);
  res.sendRaw(200, objectionPage(deps, { lang: grant.lang, facts, objection, settlement }), pageHeaders);
}
