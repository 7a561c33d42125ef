/** A list of papers as it was told once (一次性告知): to print or to keep. Reached only by a signed link that the bot gave. */
import type { ListNamed } from '../bots/deps.ts';
import { claimPage } from './claimPage.ts';
import { papersPage } from './papersPage.ts';

export const { url: papersUrl, mount: mountPapers } = claimPage<ListNamed>({
  ...{ name: 'papers', gone: 'papers.page.gone' },
  draw: (deps, facts, { side, party, version, lang }) => {
    const lists = (facts.lists ?? []).filter((one) => one.side === side && one.party === party);
    const told = lists.find((one) => one.version === version);
    return told && papersPage(deps, { lang, facts, told, isOld: lists.some((one) => one.version > told.version) });
  },
});
