/** What may stand in a file: words, numbers, clocks, commits, and how long it may be. */
import { type Finding, inside, isCode, matches, type Rule, type SourceFile } from './rule.ts';
import { codeOnly, withoutComments } from './scan.ts';

/** A pattern that must not occur in some places. */
interface Ban extends Omit<Finding, 'what'> {
  readonly id: string;
  readonly pattern: RegExp;
  /** Where it is banned (absent: everywhere) and where it is allowed after all. */
  readonly places?: readonly string[];
  readonly except?: readonly string[];
  /** What is looked at; code alone unless told. */
  readonly look?: (text: string) => string;
}

const BANS: readonly Ban[] = [
  {
    id: 'words in code',
    pattern: /\p{Script=Han}+/gu,
    except: ['test/', 'locales/', 'prompts/', 'understanding/', 'scripts/'],
    look: withoutComments,
    why: 'A sentence a person reads has one home, where it can be translated and reviewed',
    fix: 'put it into locales/<lang>/ and use its key; words to recognise go to prompts/ or understanding/',
  },
  {
    id: 'legal numbers',
    pattern: /(?<![\w.$])(?!(?:0|1|2|100)n?(?![\w.]))(?:\d[\w.]*|\.\d\w*)/g,
    places: ['claims/'],
    why: 'Figures of law are dated and sourced; only 0, 1, 2 and 100 mean nothing by themselves',
    fix: 'put it into law/parameters with its source and ask law.get(…), or take it as a parameter',
  },
  {
    id: 'commits',
    pattern: /\.commit\s*\(/g,
    // The benchmark writes what is there before it begins.
    except: ['bots/', 'test/', 'scripts/bench/'],
    why: 'A turn is committed in one place, or two causes race for one conversation',
    fix: 'hand the work to bots/ as a cause (arrival, timer, api, adjuster)',
  },
  {
    id: 'clock and chance',
    pattern:
      /\bDate\s*\.\s*now\b|\bnew\s+Date\b(?:\s*\(\s*\)|(?!\s*\())|\bMath\s*\.\s*random\b|\bperformance\s*\.\s*now\b/g,
    places: ['dialogs/', 'prompts/', 'claims/', 'understanding/', 'locales/'],
    why: 'These folders are replayed and tested with fixed clocks: the same input must give the same output',
    fix: 'take the instant (or the random value) as a parameter',
  },
  {
    id: 'text as program',
    pattern: /\brenderString\b|(?<![\w$.])eval\s*\(|\bnew\s+Function\b/g,
    why: 'What a person wrote must never be run or used as a template',
    fix: 'precompile the template and pass the text as a value',
  },
  {
    id: 'any',
    pattern: /(?:[:<|&,(]|\bas|=>)\s*any\b(?!\s*[:(])/g,
    why: 'any switches the compiler off for everybody downstream',
    fix: 'say what it is, or take unknown and check it',
  },
];

const ruleOf = ({ id, pattern, places, except, look = codeOnly, why, fix }: Ban): Rule => ({
  id,
  check: (files) =>
    files
      .filter((f) => isCode(f.path) && (!places || inside(f.path, places)) && !inside(f.path, except ?? []))
      .flatMap((f) => matches(f, look(f.text), pattern, { why, fix })),
});

const MOST_LINES = 200;
/** Files that are too long and known to be; keep it empty. */
const LONG: readonly string[] = [];

const fileLength: Rule = {
  id: 'file length',
  check: (files) =>
    files
      .filter((f) => /\.(ts|js|cjs|njk)$/.test(f.path) && !inside(f.path, ['test/', ...LONG]))
      .flatMap(({ path, text }) => {
        const lines = text.replace(/\n$/, '').split('\n').length;
        if (lines <= MOST_LINES) return [];
        const why = 'A file should be read on one or two screens';
        return [
          { what: `${path} has ${lines} lines`, why, fix: `split it by subject, below ${MOST_LINES} lines each` },
        ];
      }),
};

const PACKAGE = 'package.json';
const DEPENDENCIES = 'docs/dependencies.md';
const textOf = (files: readonly SourceFile[], path: string): string => files.find((f) => f.path === path)?.text ?? '';

/** Names in package.json and names that have a row (`| `name` | … |`) in docs/dependencies.md must be the same. */
const dependencies: Rule = {
  id: 'dependencies',
  check: (files) => {
    const groups = Object.entries<Record<string, string>>(JSON.parse(textOf(files, PACKAGE) || '{}'));
    const named = groups.filter(([group]) => /dependencies$/i.test(group)).flatMap(([, list]) => Object.keys(list));
    const rows = [...textOf(files, DEPENDENCIES).matchAll(/^\| `([^`\s]+)` \|/gm)].map((m) => m[1] ?? '');
    const why = 'Every dependency costs space, trust and upkeep; we say for what';
    const absent = named.filter((n) => !rows.includes(n)).map((n) => `${n} has no row in ${DEPENDENCIES}`);
    const gone = rows
      .filter((n) => !named.includes(n))
      .map((n) => `${DEPENDENCIES} lists ${n}, which ${PACKAGE} does not`);
    return [
      ...absent.map((what) => ({ what, why, fix: 'add a row: what for, size, upkeep, licence' })),
      ...gone.map((what) => ({ what, why, fix: 'delete the row' })),
    ];
  },
};

export const textRules: readonly Rule[] = [...BANS.map(ruleOf), fileLength, dependencies];
