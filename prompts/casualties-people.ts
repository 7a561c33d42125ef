/** What a text tells person by person: who is dead, who is hurt and how, who is not. */
import { type Group, groupsIn } from './casualties-groups.ts';
import { type State, stateIn, states } from './casualties-state.ts';
import { hurtIn } from './casualties-words.ts';
import { deathsIn } from './death-words.ts';

export interface Told {
  readonly group: Group;
  /** silent: nothing is said of how they are; unclear: that it is not known. */
  readonly how: 'died' | 'hurt' | 'unclear' | 'unhurt' | 'silent';
  readonly state: State | null;
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly dead: boolean;
}

const UNHURT =
  /(?:没有?|冇|未)(?:什么|啥|大|受到?|有|怎么|一点)?(?:事|受伤|伤(?![到着及])|问题)|平安|好好的|无恙|(?:not|n't|un) ?(?:badly |seriously )?(?:hurt|injured|harmed)|(?:is|are|was|am|i'm) (?:ok|okay|fine|all right|alright|safe)(?![a-z])|no injur/;
/** Done to somebody: the one who is named before did it, unless 被 stands between. */
const DONE_TO = /撞伤|压伤|轧伤|碰伤|刮伤|伤了|伤着|撞死|压死|轧死|死了|killed/;
const SUFFERS = /被|让|给|遭|(?:was|were|got|been) /;
/** “在医院陪着”: is there for somebody else. */
const ATTENDS = /^[^,。;]{0,3}(?:陪|照顾|照看|守|看[他她我]|办手续|交钱|缴费)/;
/** Little words between what happened and to whom: “伤了三个”, “受伤的是我爸”. */
const LEADS_ON = /^(?:[了的到是着有共一: ]){0,3}$|^ ?(?:the|my|an?|an old)? ?$/;
/** “我和他撞了”: what happened between them, not how they are. */
const BETWEEN = /^[^,。;]{0,4}(?:相?撞|追尾|碰|刮蹭|打起)/;

/** Everybody spoken of, in order; a word for somebody named before adds to what is told of them. */
export function peopleIn(said: string): Told[] {
  // “哪家医院她爸晓得”: who knows is not hurt.
  const text = said.replace(KNOWS, (words) => ' '.repeat(words.length));
  const groups = groupsIn(text);
  const hits = hitsIn(text);
  const owners = hits.map((hit) => ownerOf(text, groups, hit));
  const told = groups.map((group, i) => {
    const own = hits.filter((_, h) => owners[h] === i);
    return { ...about(text, group, own, regionOf(text, groups, i, hits, owners)), own };
  });
  const people: (Told & { region: string })[] = [];
  for (const one of told.flatMap((first, i) => eachOf(first, groups.slice(i + 1)))) {
    const known = people.findLast((other) => isSame(other, one, text));
    if (known) people.splice(people.indexOf(known), 1, both(known, one));
    else people.push(one);
  }
  return people;
}

const KNOWS =
  /[他她](?:爸|妈|老公|老婆|儿子|女儿|哥|弟|姐|妹|家(?:里人?|人|属)?)(?:们)?(?:才|都)?(?:晓得|知道|清楚)|(?:哪家|哪个|啥|什么)医院[^,，。]{0,3}不(?:晓得|知道|清楚)/g;

/** “我老婆和我妈都受伤了，我妈骨折”: who is spoken of again is told of one by one. */
function eachOf<T extends Told>(told: T, later: readonly Group[]): T[] {
  const { words, n } = told.group;
  const again = words?.some((word) => later.some((group) => group.n === 1 && isWord(word, group.word)));
  if (!words || !again || told.how === 'silent' || n !== words.length) return [told];
  return words.map((word) => ({ ...told, group: { ...told.group, n: 1, word } }));
}
/** “我老婆” and “老婆”. */
const isWord = (a: string, b: string): boolean => a !== '' && a.replace(/^[我咱]/, '') === b.replace(/^[我咱]/, '');

function hitsIn(text: string): Hit[] {
  const how = states
    .find(text, { at: 0 })
    .filter(({ value, span }) => value !== 'unknown' && !ATTENDS.test(text.slice(span[1], span[1] + 8)))
    .map(({ span, value }) => ({ start: span[0], end: span[1], dead: value === 'died' }));
  const dead = deathsIn(text).map((hit) => ({ ...hit, dead: true }));
  const hurt = hurtIn(text).map((hit) => ({ ...hit, dead: false }));
  return [...dead, ...hurt, ...how].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Index of the group of which the words tell, or -1. */
function ownerOf(text: string, groups: readonly Group[], hit: Hit): number {
  const within = groups.findIndex((group) => hit.start < group.end && group.start < hit.end);
  if (within >= 0) return within;
  const next = groups.findIndex((group) => group.start >= hit.end);
  const last = (next < 0 ? groups.length : next) - 1;
  const before = groups[last];
  const between = before ? text.slice(before.end, hit.start) : '';
  const same = before !== undefined && !/[,。;!?\n]/.test(between);
  const acts = DONE_TO.test(text.slice(hit.start, hit.end)) && !SUFFERS.test(between);
  const after = next < 0 ? '' : text.slice(hit.end, groups[next]?.start);
  // “重伤一个轻伤俩”, but “两人重伤一人轻伤”.
  const counted = groups[next]?.sort === 'count' && /[伤死亡]了?$/.test(text.slice(0, before?.start ?? 0));
  if (
    next >= 0 &&
    LEADS_ON.test(after) &&
    (!same || acts || /是|有|:/.test(after) || (counted && between === '' && after === ''))
  )
    return next;
  if (!before || (acts && (before.sort === 'me' || /^了?(?:人|别人)/.test(text.slice(hit.end))))) return -1;
  if (before.sort === 'me') return same && speaksOfSelf(text, before, hit) ? last : -1;
  return BETWEEN.test(text.slice(before.end, before.end + 12)) && before.word === '' ? -1 : last;
}

/** “我在医院陪着”, “我想问骨折能赔多少” tell nothing of who speaks. */
const speaksOfSelf = (text: string, group: Group, hit: Hit): boolean =>
  !/[问说听看]|陪|照顾|送|带|撞(?!伤|断)/.test(text.slice(group.end, hit.start)) &&
  !/^(?:去|在|到|送).{0,2}医院|^送医/.test(text.slice(hit.start));

/** Words about a group: what leads to it and what follows, up to what is told of the next. */
function regionOf(
  text: string,
  groups: readonly Group[],
  i: number,
  hits: readonly Hit[],
  owners: readonly number[],
): string {
  const [group, next] = [groups[i], groups[i + 1]];
  if (!group) return '';
  const ahead = hits
    .filter((hit, h) => owners[h] === i && hit.end <= group.start)
    .map((hit) => text.slice(hit.start, hit.end));
  const stop = Math.min(
    next?.start ?? text.length,
    ...hits.filter((hit, h) => owners[h] === i + 1 && hit.start >= group.end).map((hit) => hit.start),
  );
  return `${ahead.join(' ')} ${text.slice(group.end, stop)}`;
}

function about(text: string, group: Group, own: readonly Hit[], region: string): Told & { region: string } {
  if (own.some((hit) => hit.dead)) return { group, how: 'died', state: 'died', region };
  const state = stateOf(group, region);
  if (own.length > 0) return { group, how: 'hurt', state: state === 'unknown' ? null : state, region };
  if (UNHURT.test(region)) return { group, how: 'unhurt', state: null, region };
  if (state === 'unknown') return { group, how: 'unclear', state: null, region };
  // “我骨折了，还有我老婆”
  const also = /(?:还有|以及|另外还有|and) ?$/.test(text.slice(0, group.start)) && /^[ ,。.了]*$/.test(region);
  return { group, how: also ? 'hurt' : 'silent', state: null, region };
}

/** Of several people only what is said of all of them, or in the same breath. */
function stateOf(group: Group, region: string): State | null {
  const all = group.n === 1 || /都|全|均|各|both|all/.test(region);
  const words = all ? region : (region.split(/[,。;!?\n]/).find((clause) => clause.trim() !== '') ?? '');
  if (!all && /^ *[,。;]/.test(region)) return null;
  return stateIn(words) ?? null;
}

const CHILD = /^(?:小?孩子?|娃|宝宝|小朋友|婴儿)$/;
const ELDER = /^(?:老人家?|老太太|老太婆|老头|老爷子|老?大[爷妈])$/;

/** “我妈骨折了，她在住院”, “老太太…，老人现在…”: one person. “也” adds another. */
function isSame(known: Told, one: Told, text: string): boolean {
  const { group } = one;
  if (known.how === 'silent' || known.group.n !== 1 || group.n !== 1 || known.group.sort === 'me') return false;
  if (isWord(known.group.word, group.word) && group.sort !== 'count') return true;
  if (/^ ?(?:也|too|also)/.test(text.slice(group.end)) || /(?:另|也|和|跟) ?$/.test(text.slice(0, group.start)))
    return false;
  if (group.word === '对方') return !/^[我咱]/.test(known.group.word);
  if (group.sort === 'reference') return true;
  if (CHILD.test(group.word)) return /儿子|女儿|孙|外甥|侄|学生|[孩娃]/.test(known.group.word);
  return (
    ELDER.test(group.word) && /[爸妈爹娘爷奶公婆姥老]/.test(known.group.word) && !/老[公婆]$/.test(known.group.word)
  );
}

function both(known: Told & { region: string }, one: Told & { region: string }): Told & { region: string } {
  const region = `${known.region},${one.region}`;
  if (known.how === 'died' || one.how === 'died') return { ...known, how: 'died', state: 'died', region };
  const how = known.how === 'hurt' || one.how === 'hurt' ? 'hurt' : one.how === 'silent' ? known.how : one.how;
  const state = stateOf(known.group, region);
  return { ...known, how, state: state === 'unknown' ? null : state, region };
}
