/** Every route, fact, reason and payer has its words, in every language. */
import { join } from 'node:path';
import { expect } from 'chai';
import { findings } from '../../../claims/advance/find.ts';
import { ROUTES } from '../../../claims/advance/routes/index.ts';
import type { NeededFact, NotThisRoute, Stop } from '../../../claims/advance/types.ts';
import { createRenderer, languages } from '../../../locales/render.ts';
import { realLaw as law } from '../../cases/invented.ts';

const renderer = createRenderer(join(import.meta.dirname, '../../../locales'), {
  insurer: '',
  hotline: '',
  caller: '',
});
const FACTS: readonly NeededFact[] = ['compulsory', 'commercial', 'asked', 'purpose', 'accident', 'unpaid'];
/** Why compulsory insurance is not the way; others are passed over in silence. */
const SKIPPED: readonly NotThisRoute[] = ['noCompulsory', 'fled', 'notRescue', 'limitUsed'];
const stops: readonly Stop[] = [
  ...new Set(
    [{}, { fault: 'full', purpose: 'rescue' } as const].flatMap((facts) =>
      findings(facts, law, '2026-11-24').flatMap((one) => one.stops),
    ),
  ),
];

describe('words of the routes to money for treatment', () => {
  for (const lang of languages)
    it(`${lang}: nothing is left out`, () => {
      const keys = [
        ...ROUTES.flatMap(({ route }) => ['name', 'what', 'way', 'applies'].map((of) => `${of}.${route}`)),
        ...FACTS.map((one) => `fact.${one}`),
        ...SKIPPED.map((one) => `skipped.${one}`),
        ...stops.map((one) => `stop.${one}`),
      ];
      for (const key of keys) expect(renderer.has(lang, `advance.${key}`), key).to.equal(true);
    });
});
