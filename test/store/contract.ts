/**
 * What every store must do, whatever the database. Run against each implementation; nothing here knows which one.
 */
import { arrivalContract } from './contract/arrivals.ts';
import { claimContract } from './contract/claims.ts';
import { codeContract } from './contract/codes.ts';
import { commitContract } from './contract/commits.ts';
import { contactContract } from './contract/contacts.ts';
import { deliveryContract } from './contract/deliveries.ts';
import { deskContract } from './contract/desk.ts';
import { deviceContract } from './contract/devices.ts';
import { fileContract } from './contract/files.ts';
import { forgettingContract } from './contract/forgetting.ts';
import { insurerContract } from './contract/insurer.ts';
import { jobContract } from './contract/jobs.ts';
import { oddTextContract } from './contract/odd-text.ts';
import { orderContract } from './contract/order.ts';
import { peopleContract } from './contract/people.ts';
import { tellingContract } from './contract/tellings.ts';
import { webhookContract } from './contract/webhooks.ts';
import type { Open, Opened } from './fixtures.ts';

/** Gives the store of the running test. */
export type Current = () => Opened;

const sections = [
  arrivalContract,
  commitContract,
  orderContract,
  jobContract,
  deliveryContract,
  claimContract,
  codeContract,
  contactContract,
  deskContract,
  insurerContract,
  webhookContract,
  deviceContract,
  fileContract,
  peopleContract,
  oddTextContract,
  tellingContract,
  forgettingContract,
];

export function storeContract(name: string, open: Open): void {
  describe(`${name} keeps the contract of stores`, () => {
    let opened: Opened | undefined;
    const current: Current = () => {
      if (!opened) throw new Error('No store is open outside a test.');
      return opened;
    };
    beforeEach(async () => {
      const first = await open();
      opened = { ...first, reopen: async () => (opened = await first.reopen()) };
    });
    afterEach(async () => opened?.dispose());
    for (const section of sections) section(current);
  });
}
