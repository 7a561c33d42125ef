/** Facts of free text that fill questions of a report before they are asked. They are read back, never silently trusted. */
import {
  accountOf,
  answersNothing,
  asksSomething,
  type Casualties,
  casualties,
  choice,
  flagsIn,
  hanIn,
  onlySoMany,
  otherSide,
  phone,
  place,
  plateSides,
  policeKnew,
  restated,
  roleTold,
  saidToUs,
  saysOnlyCount,
  saysPassedAway,
  saysUnsure,
  saysWho,
  saysWhoTheyAre,
  tellsAccident,
  tellsOfAnother,
  tellsOfMoney,
  time,
  withoutHabits,
  withoutInjuries,
} from '../../prompts/index.ts';
import type { Now } from '../../prompts/kind.ts';
import { role } from '../../prompts/vocabulary.ts';
import type { Json, JsonObject } from '../../store/ports.ts';
import type { Answers } from '../flow.ts';
import type { Revision } from '../restated.ts';
import { policeIn, policeNow } from './police.ts';

/** At these questions people tell the whole story when they were asked for a part of it. */
const early: readonly (string | undefined)[] = [undefined, 'danger', 'phone', 'role', 'when', 'where'];

export function understands(text: string, now: Now, asked: string | undefined, answers: Answers = {}): JsonObject {
  const when = time().find(withoutHabits(text), now)[0];
  const sides = plateSides(text, now);
  // To whoever was hurt, the car that hit them is the one whose insurance is asked.
  const hurt = answers.role?.value === 'family' || answers.role?.value === 'injured';
  const [own, other] = hurt ? [sides.own ?? sides.other, undefined] : [sides.own, sides.other];
  const facts: Record<string, unknown> = {
    phone: phone().find(text, now)[0]?.value,
    when: when?.alternatives?.length ? undefined : when?.value,
    where: place().find(text, now)[0]?.value,
    ownPlate: own,
    other: other ? { kind: 'car', plate: other } : roadUserIn(text, now, asked),
    // A request to report is no story.
    what: early.includes(asked) && tellsAccident(text) ? accountOf(text) : undefined,
    role: saysWho(text) ? choice(role).find(text, now)[0]?.value : early.includes(asked) ? roleTold(text) : undefined,
    police: early.includes(asked) && tellsAccident(text) && policeKnew(text) ? 'yes' : undefined,
    ...(asked !== 'scene' && asked !== 'police' ? policeIn(text) : {}),
    ...injuriesIn(text, now, asked, answers),
  };
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** “撞了个骑电动车的老太太”: who has no plate; of a car the plate is still asked. */
function roadUserIn(text: string, now: Now, asked: string | undefined): unknown {
  const tells = early.includes(asked) && tellsAccident(text) && roleTold(text) === 'driver';
  // In so many words it is told wherever it is said.
  if (!tells && (!saysWhoTheyAre(text) || asksSomething(text))) return undefined;
  const told = otherSide().find(text, now)[0]?.value;
  return told?.kind === 'nonMotor' || told?.kind === 'pedestrian' ? told : undefined;
}

/** Injuries may be noted. */
export const agreed = ({ consent, minorConsent }: Answers): boolean =>
  consent?.value === 'agree' && minorConsent?.value !== 'decline';

function injuriesIn(text: string, now: Now, asked: string | undefined, answers: Answers): Record<string, unknown> {
  const injured = agreed(answers) && !tellsOfAnother(text) ? injuredIn(text, now, asked, answers) : undefined;
  // A guardian who does not agree has told how many all the same: that may be noted, and is not asked again.
  return { injured, injuredCount: asked === 'minorConsent' ? (injured?.count ?? undefined) : undefined };
}

/** Only with consent; what was told before it was asked is read then. */
function injuredIn(text: string, now: Now, asked: string | undefined, answers: Answers): Casualties | undefined {
  const account = typeof answers.what?.value === 'string' ? answers.what.value : '';
  const [story, before] = asked === 'consent' ? [account, ''] : [text, asked === 'what' ? account : ''];
  const told = toldIn(story, now) ?? toldIn(before, now);
  return told?.count === null ? undefined : told;
}

const toldIn = (story: string, now: Now): Casualties | undefined =>
  story === '' ? undefined : casualties().find(sinceCorrected(story, now), now)[0]?.value;

/** “一个人受伤”, and below it “其实是两个人受伤”: what was put right is not counted along. */
function sinceCorrected(story: string, now: Now): string {
  const lines = story.split('\n');
  const at = lines.findLastIndex(
    (line) => restated(line) !== undefined && !tellsOfAnother(line) && casualties().find(line, now)[0]?.value.count,
  );
  return lines.slice(Math.max(0, at)).join('\n');
}

/** Characters; longer accounts are told to a person. */
export const longestAccount = 12_000;
const tellsEnough = (text: string): boolean =>
  (!tellsOfMoney(text) && hanIn(text) >= 8) || (text.match(/[a-z']{2,}/gi) ?? []).length >= 5;

/** Consent was declined: an account that tells of injuries is asked for anew, without them. Of a minor the account says so itself. */
export function drops(name: string, value: Json, answers: Answers): readonly string[] {
  if (name === 'minorConsent' && value === 'decline') return ['injured', ...Object.keys(answers).filter(isOfPerson)];
  // A child was named where it was asked who is hurt: that is read anew, once a guardian has agreed.
  if (name === 'what') return isOfNewChild(value) ? ['injured', ...Object.keys(answers).filter(isOfPerson)] : [];
  if (name !== 'consent' || value !== 'decline') return [];
  const what = answers.what?.value;
  const tells = typeof what === 'string' && casualties().find(what, { at: 0 }).length > 0;
  return tells ? ['what', 'injured'] : ['injured'];
}

/** “他是突然变道的”, sent after the account was given: it belongs to it. */
export function adds(text: string, answers: Answers, atReadBack = false): { name: string; value: Json } | undefined {
  const before = answers.what?.value;
  const kept = answers.consent?.value === 'decline' ? withoutInjuries(text) : text;
  if (kept === '' || answersNothing(text) || saysUnsure(text)) return undefined;
  // What is said before submitting is either shown in the read-back or lost.
  const states =
    flagsIn(text).includes('death') ||
    (atReadBack && text.trim().length >= 3 && !asksSomething(text) && !saidToUs(text));
  const tells = states || tellsAccident(text) || (tellsEnough(text) && !asksSomething(text) && !saidToUs(text));
  if (typeof before !== 'string' || !tells || before.length + text.length > longestAccount) return undefined;
  return { name: 'what', value: `${before}\n${kept}` };
}

/** “打我老婆的 139…” where who speaks is asked: another number to call. */
function otherNumber(text: string, now: Now, asked: string, answers: Answers): Revision | undefined {
  const said = asked === 'role' && !saysWho(text) ? phone().find(text, now)[0]?.value : undefined;
  return said === undefined || said === answers.phone?.value ? undefined : { name: 'phone', value: said };
}

const isOfPerson = (name: string): boolean => name.startsWith('person.');
const hearsOfInjured = /^(?:injured|injuredCount|what|person\..*)$/;

/** “她刚刚走了”, wherever it is said: the only injured person, or the one who is asked about, has died. */
function passing(text: string, asked: string, answers: Answers): Revision | undefined {
  const kin = answers.role?.value === 'family' && saysPassedAway(text);
  if (asked === 'injured' || asked === 'injuredCount' || !(kin || flagsIn(text).includes('death'))) return undefined;
  if (/^person\./.test(asked)) return { name: asked, value: 'died', silent: true };
  const told = (answers.injured?.value ?? {}) as { count?: number | null; state?: string };
  const only = (answers.injuredCount?.value ?? told.count) === 1;
  const known = answers['person.1.state']?.value ?? told.state;
  return only && known !== 'died'
    ? { name: 'injured', value: { count: 1, dead: 1, state: 'died' }, silent: true }
    : undefined;
}

/** That a child is hurt, told only where it is asked who is: it belongs to the account, and a guardian is asked before anything of it is noted. */
function ofChild(text: string, asked: string, { consent, minorConsent, role, what }: Answers): Revision | undefined {
  if (!/^(?:injured|injuredCount|person\..*)$/.test(asked) || minorConsent || consent?.value !== 'agree')
    return undefined;
  if (role?.value !== 'family' && role?.value !== 'injured') return undefined;
  const value = `${what?.value}\n${text}`;
  return what && isOfNewChild(value) ? { name: 'what', value, silent: true } : undefined;
}

const namesChild = (told: string): boolean => flagsIn(told).includes('minor');
/** Told in the last line of the account, and in none before. */
function isOfNewChild(account: Json): boolean {
  const lines = String(account).split('\n');
  return namesChild(lines.at(-1) ?? '') && lines.length > 1 && !namesChild(lines.slice(0, -1).join('\n'));
}

/** “三个人受伤，我妈在ICU”, where the state of one is asked: more people than were counted. */
export function revises(text: string, now: Now, asked: string, answers: Answers): Revision | undefined {
  const called = policeNow(text, asked, answers) ?? otherNumber(text, now, asked, answers);
  if (called) return called;
  const child = ofChild(text, asked, answers);
  if (child) return child;
  if (!agreed(answers) || !answers.injured) return undefined;
  if (tellsOfAnother(text) && !hearsOfInjured.test(asked)) return { name: 'injured', because: 'report.moreInjured' };
  const passed = passing(text, asked, answers);
  if (passed) return passed;
  const put = hearsOfInjured.test(asked) && !/^person\./.test(asked) ? undefined : countPutRight(text, now);
  const told = put ?? (/^person\./.test(asked) ? casualties().find(text, now)[0]?.value : undefined);
  const before = answers.injured.value as { count?: number | null };
  const counted = answers.injuredCount?.value ?? before.count;
  const other = told && told.count !== null && (put || told.count > 1) && told.count !== counted;
  return other ? { name: 'injured', value: told as unknown as Json } : undefined;
}

/** “不对，是两个人”: how many, and nothing besides. */
function countPutRight(text: string, now: Now): Casualties | undefined {
  const words = restated(text) ?? onlySoMany(text);
  if (words === undefined || !saysOnlyCount(words)) return undefined;
  const read = casualties().read({ text: words, files: [] }, now);
  return read.kind === 'value' && read.value.count ? read.value : undefined;
}
