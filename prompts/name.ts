/** A person's name. */
import { answersNothing } from './answers-nothing.ts';
import { type Found, type Input, type Kind, problem, type Read, value } from './kind.ts';
import { matches } from './matches.ts';
import { normal } from './normal.ts';
import { surnameLength } from './surnames.ts';

/** Characters of a Chinese name, the dots in it included. */
const LONGEST_HAN = 15;
const LONGEST_LATIN = 60;
const HAN_NAME = /^\p{Script=Han}{2,15}$|^(?=.{3,15}$)\p{Script=Han}{1,9}(?:·\p{Script=Han}{1,9}){1,3}$/u;
const LATIN_NAME =
  /^(?=.{2,60}$)\p{Script=Latin}[\p{Script=Latin}'’.-]{0,24}(?: \p{Script=Latin}[\p{Script=Latin}'’.-]{0,24}){0,5}$/u;
const TITLE_BEFORE = /^(?:mr|mrs|ms|miss|dr|prof)\.? /i;
const TITLE_AFTER = /(?:先生|女士|小姐|同志|师傅|太太|大夫)$/;
const LEAD =
  /^(?:(?:他|她|伤者|病人|患者|我|本人|司机|车主|对方|家属|联系人)?(?:的)?(?:名字|姓名|名)?(?:是|叫做?|为|:)+|(?:他|她|我|伤者|本人)?(?:叫做?|姓名|名字|全名)|(?:(?:my|his|her|the) )?(?:full )?name(?:'s| is|:)?|i am|i'm|this is|it's|it is|called|he is|she is) ?/;
const TRAIL = /(?:[,。.!、;]|这个人|的(?=$)|啊|呀|哦|吧|呢)+$/;
/** Answers that are words of two or more characters, and no name. */
const NOT_A_NAME =
  /不|没|吗|什么|谁|哪|怎么|为啥|你好|您好|好的|是的|对的|可以|谢谢|人工|客服|报案|理赔|保险|公司|医院|住院|车祸|事故|司机|车主|伤者|家属|朋友|老婆|老公|妈妈|爸爸|爷爷|奶奶|儿子|女儿|妻子|丈夫|孩子|小孩|老人|老头|老太|大爷|大妈|行人|知道|跳过|稍后|以后|等一下|电动车|自行车|骑车|受伤|骨折|昨天|今天|前天|上午|下午|晚上|先生$|^女士|对方|同意|取消|返回|帮助|修改|忘了|一个|两个|三个|几个|已经|了$/;
const NOT_A_LATIN_NAME =
  /^(?:yes|no|ok|okay|none|unknown|skip|later|hello|hi|hey|help|thanks?|thank you|don'?t know|i don'?t know|not sure|no idea|nothing|nobody|cancel|back|stop|na|n\/a|sure|fine|why|what|who|the .*|my .*|his .*|her .*|he .*|she .*|i .*|we .*|they .*|it .*)$/i;
const MARKED = /(?:我叫|名叫|叫做|名字是|名字叫|姓名(?:是|为)?|伤者叫|他叫|她叫|病人叫|司机叫|联系人(?:是|叫)?) ?:? ?/g;
const ENGLISH_MARKED = /(?:my name is|his name is|her name is|name:|i am called) ?/g;

export function name(): Kind<string> {
  return {
    kind: 'name',
    find,
    read: ({ text }: Input): Read<string> => {
      if (answersNothing(text)) return problem('notAName');
      const words = stripped(text);
      const direct = /\p{Script=Han}/u.test(words) ? han(words) : latin(words);
      const [found, ...others] = direct.kind === 'problem' ? find(text) : [];
      return found && others.length === 0 ? value(found.value) : direct;
    },
    accepts: (v): v is string => typeof v === 'string' && isName(v),
  };
}

const isName = (words: string): boolean => HAN_NAME.test(words) || LATIN_NAME.test(words);

/** Names behind “我叫” and its like: a surname and one or two characters more. */
function find(text: string): readonly Found<string>[] {
  const plain = normal(text);
  const found: Found<string>[] = [];
  for (const match of matches(MARKED, plain.text)) {
    const start = match.index + match[0].length;
    const row = /^[\p{Script=Han}·]{2,15}/u.exec(plain.text.slice(start, start + 16))?.[0] ?? '';
    const end = start + lengthOfName(row);
    if (end > start) found.push({ value: text.slice(...plain.span(start, end)), span: plain.span(start, end) });
  }
  for (const match of matches(ENGLISH_MARKED, plain.text)) {
    const start = match.index + match[0].length;
    const row = /^[a-z][a-z'-]{0,24}(?: [a-z][a-z'-]{0,24}){0,2}/.exec(plain.text.slice(start, start + 60))?.[0] ?? '';
    const words = row.split(/ (?:and|i|my|from|the|phone)(?: |$)/)[0] ?? '';
    const span = plain.span(start, start + words.length);
    if (words.length >= 2) found.push({ value: text.slice(...span), span });
  }
  return found;
}

/** A dotted name whole; else the surname with what follows it up to a word that no name goes on with. */
function lengthOfName(row: string): number {
  const dotted = /^\p{Script=Han}{1,9}(?:·\p{Script=Han}{1,9}){1,3}/u.exec(row);
  if (dotted) return dotted[0].length;
  const surname = surnameLength(row);
  if (surname === 0) return 0;
  const rest =
    /^(.{1,2}?)(?:$|[是的在住电手今昨前我他她伤,开骑被和跟与也说])/u.exec(row.slice(surname))?.[1] ??
    row.slice(surname, surname + 2);
  return rest === '' || NOT_A_NAME.test(row.slice(0, surname + rest.length)) ? 0 : surname + rest.length;
}

/** Without “我叫”, titles, blanks between characters and what stands behind. */
function stripped(text: string): string {
  const plain = normal(text.slice(0, 400));
  const at = LEAD.exec(plain.text.trimStart())?.[0].length ?? 0;
  const start = plain.text.length - plain.text.trimStart().length + at;
  const original = text.slice(start === 0 ? 0 : plain.span(start - 1, start)[1], plain.span(0, plain.text.length)[1]);
  const first = original.trim().split(/[,，。;；\n]/)[0] ?? '';
  const words = first
    .replace(/[•・‧．]/g, '·')
    .replace(TRAIL, '')
    .replace(TITLE_BEFORE, '')
    .replace(/ +/g, ' ')
    .trim();
  const close = /\p{Script=Han}/u.test(words) ? words.replaceAll(' ', '') : words;
  const untitled = close.replace(TITLE_AFTER, '');
  return [...untitled].length >= 2 ? untitled : close;
}

function han(words: string): Read<string> {
  if (NOT_A_NAME.test(words) && !/^\p{Script=Han}先生$|^\p{Script=Han}女士$/u.test(words)) return problem('notAName');
  if (words.length > LONGEST_HAN && /^[\p{Script=Han}·]+$/u.test(words))
    return problem('tooLong', { max: LONGEST_HAN });
  return HAN_NAME.test(words) ? value(words) : problem('notAName');
}

function latin(words: string): Read<string> {
  if (NOT_A_LATIN_NAME.test(words.slice(0, 80))) return problem('notAName');
  if (words.length > LONGEST_LATIN && /^[\p{Script=Latin} '’.-]+$/u.test(words))
    return problem('tooLong', { max: LONGEST_LATIN });
  return LATIN_NAME.test(words) ? value(words) : problem('notAName');
}
