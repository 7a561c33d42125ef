/** The draft of a letter in which somebody objects to a settlement: to print or to copy. Reached only by a signed link that the bot gave. */
import type { ObjectionNamed } from '../bots/deps.ts';
import { claimPage } from './claimPage.ts';
import { objectionPage } from './objectionPage.ts';

export const { url: objectionUrl, mount: mountObjection } = claimPage<ObjectionNamed>({
  ...{ name: 'objection', gone: 'letter.gone' },
  draw: (deps, facts, { id, lang }) => {
    const objection = facts.objections?.find((one) => one.id === id);
    const settlement = facts.settlements?.find(
      ({ victim, version }) => victim === objection?.victim && version === objection.version,
    );
    return objection && settlement && objectionPage(deps, { lang, facts, objection, settlement });
  },
});
