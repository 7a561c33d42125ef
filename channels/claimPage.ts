/** A page about one thing of a claim, in whose link it is named: the link, and what every such page does before it is drawn. */
import type { Response, Server } from 'restify';
import type { ClaimFacts } from '../claims/fold.ts';
import type { Law } from '../law/types.ts';
import type { Renderer } from '../locales/render.ts';
import type { Store } from '../store/ports.ts';
import { isLiving, LINK_LIFE, type LinkGrant, pageHeaders, plainHeaders, signedLink, verified } from './signedLink.ts';
import { mountSignedPage, type SignedPageDeps } from './signedPage.ts';

export interface ClaimPageDeps extends SignedPageDeps {
  readonly store: Pick<Store, 'claim' | 'conversation'>;
  readonly renderer: Renderer;
  readonly laws: Law;
  readonly key: Buffer;
}

export interface ClaimPageKind<Named> {
  /** A link to one kind opens no other; its pages are below `/chat/<name>/`. */
  readonly name: string;
  /** Key of what is told where there is no such thing any more. */
  readonly gone: string;
  /** Undefined: the claim has no such thing. */
  readonly draw: (deps: ClaimPageDeps, facts: ClaimFacts, named: Named) => string | undefined;
}

export function claimPage<Named extends object>({ name, gone, draw }: ClaimPageKind<Named>) {
  type Grant = LinkGrant & Named;
  const path = `/chat/${name}/`;
  const answer = async (deps: ClaimPageDeps, signed: string, res: Response): Promise<void> => {
    const grant = verified<Grant>(deps.key, name, signed, deps.now());
    const row = grant && (await isLiving(deps.store, grant)) ? await deps.store.claim(grant.claim) : undefined;
    const html = grant && row ? draw(deps, row.facts as unknown as ClaimFacts, grant) : undefined;
    if (html === undefined) return void res.sendRaw(404, deps.renderer.sentence('zh-CN', gone), plainHeaders);
    res.sendRaw(200, html, pageHeaders);
  };
  return {
    url(key: Buffer, named: Pick<LinkGrant, 'claim' | 'conversation'> & Named, now: number): string {
      const grant: Grant = { ...named, iat: now, exp: now + LINK_LIFE };
      return `${path}${signedLink(key, name, grant)}`;
    },
    mount: (server: Server, deps: ClaimPageDeps): void =>
      mountSignedPage(server, path, deps, (signed, res) => answer(deps, signed, res)),
  };
}
