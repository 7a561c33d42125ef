/** The settings of the desk: how long people are kept waiting, and from which sum on a person is offered. */

import { readBranches } from './config-branches.ts';

export interface DeskConfig {
  /** In the queue; then a call is arranged. */
  readonly waitMinutes: number;
  /** For the next word of a colleague; then she is reminded, and after as long again somebody else is asked. */
  readonly silenceMinutes: number;
  /** In whole yuan. */
  readonly largeAmount: number;
  /** In whole yuan: what is accepted, or approved in advance, above these needs a second colleague. */
  readonly releaseAbove: number;
  readonly releaseAdvanceAbove: number;
  readonly branches: ReturnType<typeof readBranches>;
  /** A desk outside; undefined: none. */
  readonly hub: HubConfig | undefined;
}

export interface HubConfig {
  /** Where `handoff.initiate` is posted. */
  readonly url: string;
  /** Both sign with it. */
  readonly secret: string;
}

export const deskVariables = {
  DESK_WAIT_MINUTES: {
    pattern: '^[1-9][0-9]{0,2}$',
    about: 'minutes that somebody waits for a person before a call is arranged, such as 15',
  },
  DESK_SILENCE_MINUTES: {
    pattern: '^[1-9][0-9]?$',
    about: 'minutes without a word of a colleague until she is reminded, such as 5',
  },
  DESK_LARGE_AMOUNT: {
    pattern: '^[1-9][0-9]{3,8}$',
    about: 'whole yuan from which a person is offered, such as 200000',
  },
  DESK_RELEASE_ABOVE: {
    pattern: '^(0|[1-9][0-9]{0,8})$',
    about: 'whole yuan; a settlement that accepts more is released by a second colleague, such as 50000',
  },
  DESK_RELEASE_ADVANCE_ABOVE: {
    pattern: '^(0|[1-9][0-9]{0,8})$',
    about: 'whole yuan; what brings the advances of a person above it is released by a second colleague, such as 10000',
  },
  DESK_HUB_URL: {
    pattern: '^(https://|http://(127\\.0\\.0\\.1|\\[::1\\]|localhost)(:|/|$))[^ #]*$',
    about: 'where a desk outside takes handoff.initiate, https://…, or http://127.0.0.1:… on this machine',
  },
  DESK_HUB_SECRET: {
    pattern: '^[!-~]{32,200}$',
    about: 'a secret of 32 to 200 characters that the desk outside knows too',
  },
  DESK_BRANCHES: { pattern: '^.+$', about: 'a JSON file that names the branches, such as /etc/lipei/branches.json' },
} as const;

export const deskDefaults = {
  ...{ DESK_WAIT_MINUTES: '15', DESK_SILENCE_MINUTES: '5', DESK_LARGE_AMOUNT: '200000' },
  ...{ DESK_RELEASE_ABOVE: '50000', DESK_RELEASE_ADVANCE_ABOVE: '10000' },
};

export const deskOf = (values: Readonly<Record<string, string | undefined>>): DeskConfig => ({
  waitMinutes: Number(values.DESK_WAIT_MINUTES),
  silenceMinutes: Number(values.DESK_SILENCE_MINUTES),
  largeAmount: Number(values.DESK_LARGE_AMOUNT),
  releaseAbove: Number(values.DESK_RELEASE_ABOVE),
  releaseAdvanceAbove: Number(values.DESK_RELEASE_ADVANCE_ABOVE),
  hub: hubOf(values),
  branches: readBranches(values.DESK_BRANCHES),
});

/** Throws an Error that names the variable and how to set it. */
function hubOf(values: Readonly<Record<string, string | undefined>>): HubConfig | undefined {
  const { DESK_HUB_URL: url, DESK_HUB_SECRET: secret } = values;
  if (url === undefined && secret === undefined) return undefined;
  const missing = url === undefined ? 'DESK_HUB_URL' : secret === undefined ? 'DESK_HUB_SECRET' : undefined;
  if (url === undefined || secret === undefined || missing)
    throw new Error(
      `${missing} is missing: a desk outside needs both; set it to ${deskVariables[missing ?? 'DESK_HUB_URL'].about}.`,
    );
  if (!URL.canParse(url)) throw new Error(`DESK_HUB_URL is not usable: set it to ${deskVariables.DESK_HUB_URL.about}.`);
  return { url, secret };
}
