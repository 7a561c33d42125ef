/** A list of papers as it was told once (一次性告知): to print or to keep. Reached only by a signed link that the bot gave. */
import type { Response, Server } from 'restify';
import type { ListNamed } from '../bots/deps.ts';
import type { ClaimFacts } from '../claims/fold.ts';
import type { Law } from '../law/types.ts';
import type { Renderer } from '../locales/render.ts';
import type { Store } from '../store/ports.ts';
import { papersPage } from './papersPage.ts';
import { isLiving, LINK_LIFE, type LinkGrant, pageHeaders, plainHeaders, signedLink, verified } from './signedLink.ts';
import { mountSignedPage, type SignedPageDeps } from './signedPage.ts';

export interface PapersDeps extends SignedPageDeps {
  readonly store: Pick<Store, 'claim' | 'conversation'>;
  readonly renderer: Renderer;
  readonly laws: Law;
  readonly key: Buffer;
}
type Named = Pick<LinkGrant, 'claim' | 'conversation'> & ListNamed;
type Grant = LinkGrant & ListNamed;

const KIND = 'papers';
const PATH = '/chat/papers/';

export function papersUrl(key: Buffer, named: Named, now: number): string {
  const grant: Grant = { ...named, iat: now, exp: now + LINK_LIFE };
  return `${PATH}${signedLink(key, KIND, grant)}`;
}

export const mountPapers = (server: Server, deps: PapersDeps): void =>
  mountSignedPage(server, PATH, deps, (signed, res) => answer(deps, signed, res));

async function answer(deps: PapersDeps, signed: string, res: Response): Promise<void> {
  const grant = verified<Grant>(deps.key, KIND, signed, deps.now());
  const row = grant && (await isLiving(deps.store, grant)) ? await deps.store.claim(grant.claim) : undefined;
  const facts = row?.facts as unknown as ClaimFacts | undefined;
  const lists = facts?.lists?.filter(({ side, party }) => side === grant?.side && party === grant?.party) ?? [];
  const told = lists.find(({ version }) => version === grant?.version);
  if (!grant || !facts || !told)
    return void res.sendRaw(404, deps.renderer.sentence('zh-CN', 'papers.page.gone'), plainHeaders);
  const isOld = lists.some(({ version }) => version > told.version);
  res.sendRaw(200, papersPage(deps, { lang: grant.lang, facts, told, isOld }), pageHeaders);
}
