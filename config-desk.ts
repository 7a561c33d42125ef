/** The settings of the desk: how long people are kept waiting, and from which sum on a person is offered. */

import { readBranches } from './config-branches.ts';

export interface DeskConfig {
  /** In the queue; then a call is arranged. */
  readonly waitMinutes: number;
  /** For the next word of a colleague; then she is reminded, and after as long again somebody else is asked. */
  readonly silenceMinutes: number;
  /** In whole yuan. */
  readonly largeAmount: number;
  readonly branches: ReturnType<typeof readBranches>;
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
  DESK_BRANCHES: { pattern: '^.+$', about: 'a JSON file that names the branches, such as /etc/lipei/branches.json' },
} as const;

export const deskDefaults = { DESK_WAIT_MINUTES: '15', DESK_SILENCE_MINUTES: '5', DESK_LARGE_AMOUNT: '200000' };

export const deskOf = (values: Readonly<Record<string, string | undefined>>): DeskConfig => ({
  waitMinutes: Number(values.DESK_WAIT_MINUTES),
  silenceMinutes: Number(values.DESK_SILENCE_MINUTES),
  largeAmount: Number(values.DESK_LARGE_AMOUNT),
  branches: readBranches(values.DESK_BRANCHES),
});
