/** Any number of a few named answers: by tapping one after the other, by their places (“1、3”), or by words that mean them. */
import { saysNone, saysUnsure } from './answers-nothing.ts';
import { asksSomething } from './asking.ts';
import { choice, type Vocabulary } from './choice.ts';
import { type Input, type Kind, type Now, problem, type Read, value } from './kind.ts';
import { clauseAround } from './negation.ts';
import { bare } from './normal.ts';

/** What ends it is offered as a button too. */
export const NO_MORE = 'none';
/** Goes on without an answer. */
export const SKIP = 'unknown';

const DONE =
  /^(?:以上)?(?:都|全)?(?:没有?|不是|不符合|没有?了|没别的了?|没其他的?了?)(?:了|啊|呢)?$|^(?:就|只有?)?(?:这些|这样|这个|这几个|以上)(?:了|吧)?$|^(?:none|none of (?:these|them)|no more|nothing (?:else|more)|that is all|that's all|done)$/;
const ALL = /^(?:全部?|都|全都)(?:有|是|要|符合|选)(?:的|了)?$|^(?:all|all of (?:them|these))$/;
const SKIPS =
  /^(?:跳过|略过|说不准|不确定|以后再说|先看清单|直接看清单|说不准[,，]?先看清单|skip|not sure|not sure[,，] show the list|show (?:me )?the list)$/;
const PLACES = /^(?:我?选|第)?[1-9](?:[\s,，、.和与跟及&]{0,3}(?:第)?[1-9]){0,8}(?:个|项|条)?$/;

export function several<const O extends string>(vocabulary: Vocabulary<O>): Kind<readonly O[] | typeof SKIP> {
  const one = choice(vocabulary);
  const { options } = vocabulary;
  const read = (input: Input, now: Now): Read<readonly O[] | typeof SKIP> => {
    const core = bare(input.text).replace(/[。.!！]$/, '');
    if (SKIPS.test(core) || saysUnsure(input.text)) return value(SKIP);
    if (core.length <= MOST && (DONE.test(core) || saysNone(core))) return value([]);
    if (core.length <= MOST && ALL.test(core)) return value(options);
    const places = core.length <= MOST && PLACES.test(core) ? placesIn(core) : [];
    const named = places.flatMap((place) => options[place - 1] ?? []);
    if (places.length > 0) return named.length === places.length ? value(unique(named)) : last(places, options.length);
    if (asksSomething(input.text)) return problem('notAnOption');
    const label = one.read(input, now);
    const hits = one.find(input.text, now);
    const found = unique(hits.filter(({ span }) => !isDenied(input.text, span)).map((hit) => hit.value));
    if (found.length > 0) return value(found);
    // “医保没报销”: of that one it is the contrary, and of the others nothing is said.
    if (hits.length > 0) return problem('denied');
    return label.kind === 'value' ? value([label.value]) : problem('notAnOption');
  };
  return {
    kind: `several.${vocabulary.name}`,
    find: (text, now) => one.find(text, now).map((hit) => ({ value: [hit.value], span: hit.span })),
    read,
    accepts: (v): v is readonly O[] | typeof SKIP =>
      v === SKIP || (Array.isArray(v) && v.every((name) => options.some((option) => option === name))),
    choices: [...options, NO_MORE, SKIP],
  };
}

/** “没住院”, “医保没报”, “not reimbursed”: in the same clause, right before or right after. */
function isDenied(text: string, [start, end]: readonly [number, number]): boolean {
  const { before, after } = clauseAround(text, start, end, NEAR);
  return (
    /(?:没有?|未|无|不|别|not|n't|never|no)\s?(?:去|有|再|在|用|做|过|yet|been)?\s?$/i.test(before) ||
    /^(?:也|都|还|又|是)?\s?(?:没|未|不(?!少|止|小)|(?:has|have|was|did|is)?\s?(?:not|n't|never))/i.test(after)
  );
}
const NEAR = 16;

const MOST = 24;
const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
const placesIn = (core: string): readonly number[] => [...core.matchAll(/[1-9]/g)].map(([digit]) => Number(digit));

/** The buttons behind the options have places too. */
function last(places: readonly number[], options: number): Read<readonly never[] | typeof SKIP> {
  if (places.length === 1 && places[0] === options + 1) return value([]);
  return places.length === 1 && places[0] === options + 2 ? value(SKIP) : problem('notAnOption');
}
