/** People who report one accident after the other. */
import type { Chance } from './chance.ts';
import { dialogues } from './dialogues.ts';
import { Phone, type Where } from './phone.ts';

export const reportWithDetails = [...dialogues.report.steps, ...dialogues.details.steps];

/** One report after the other until `until` says that it is enough; the last one is finished. */
export async function keepReporting(
  where: Where,
  name: string,
  chance: Chance,
  until: () => boolean,
): Promise<Phone[]> {
  const phones: Phone[] = [];
  do {
    const phone = new Phone(where, `${name}-${phones.length}`);
    phones.push(phone);
    await phone.start();
    const patient = chance.next() < 0.5;
    for (const text of reportWithDetails) {
      const id = await phone.say(text);
      if (patient) await phone.hear(id, performance.now() + 60_000);
    }
  } while (!until());
  return phones;
}
