/** What somebody has agreed to, purpose by purpose: the last word on each counts. Pure. */
import type { ClaimEvent, JsonObject } from '../store/ports.ts';

/** Each is asked for by itself (个人信息保护法 29, 31). */
export const PURPOSES = ['injuries', 'location', 'minor', 'papers', 'advance'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Consent {
  readonly purpose: Purpose;
  /** Who said it, as the insurer names the parties; absent: whoever reported it. */
  readonly party?: string;
  readonly state: 'given' | 'refused' | 'withdrawn';
  /** When it was said. */
  readonly at: number;
  /** Key and version of the words that it was asked with; absent where it was withdrawn, or is of before versions were noted. */
  readonly text?: string;
  readonly version?: string;
}

/** In the order of the purposes; each party has a say of its own. */
export function consentsOf(consents: readonly JsonObject[]): readonly Consent[] {
  return PURPOSES.flatMap((purpose) => {
    const said = consents.filter((one) => one.purpose === purpose);
    const last = new Map(said.map((one) => [one.party, one]));
    return [...last.values()].map((one) => consentOf(purpose, one));
  });
}

function consentOf(purpose: Purpose, { given: yes, withdrawn, at, text, version, party }: JsonObject): Consent {
  return {
    ...{ purpose, state: withdrawn === true ? 'withdrawn' : yes === true ? 'given' : 'refused', at: Number(at) },
    ...(typeof party === 'string' ? { party } : {}),
    ...(typeof text === 'string' ? { text } : {}),
    ...(typeof version === 'string' ? { version } : {}),
  };
}

/** From now on it is as if it had been refused: what was recorded stays, and nothing is added to it. */
export function withdrawn(
  { consents, report }: { readonly consents: readonly JsonObject[]; readonly report: JsonObject },
  { at, data: { purpose = '', party } }: ClaimEvent,
) {
  const refused =
    purpose === 'injuries' ? { medicalConsent: false } : purpose === 'minor' ? { minorConsent: false } : {};
  return {
    report: { ...report, ...refused },
    consents: [...consents, { purpose, given: false, withdrawn: true, at, ...(party === undefined ? {} : { party }) }],
  };
}
