/** Small projects that break a rule, and near misses that do not. Every rule has at least one of each. */
import type { SourceFile } from './rule.ts';

type Project = Readonly<Record<string, string>>;
export const filesOf = (project: Project): readonly SourceFile[] =>
  Object.entries(project).map(([path, text]) => ({ path, text }));

const lines = (count: number): string => 'const a = 1;\n'.repeat(count);
const pkg = '{"name": "x", "dependencies": {"ws": "1"}, "devDependencies": {"mocha": "1"}}';

export const EXAMPLES: Readonly<
  Record<string, { readonly bad: readonly Project[]; readonly good: readonly Project[] }>
> = {
  arrows: {
    bad: [
      { 'channels/wechat/index.ts': "import { sqlite } from '../../store/sqlite.ts';" },
      { 'channels/directline/page/chat.js': "import { find } from '../../../prompts/time.ts';" },
      { 'bots/turn.ts': "import { channel } from '../channels/contract.ts';" },
      { 'bots/turn.ts': "import { time } from '../prompts/time.ts';" },
      { 'dialogs/report/index.ts': "import { ask } from '../../bots/turn.ts';" },
      { 'dialogs/report/index.ts': "import { loadLaw } from '../../law/load.ts';" },
      { 'dialogs/report/index.ts': "import { t } from '../../locales/render.ts';" },
      { 'understanding/facts.ts': "import { severity } from '../claims/report.ts';" },
      { 'claims/items.ts': "import { Law } from '../law/types.ts';" },
      { 'claims/items.ts': "import { type Law } from '../law/types.ts';" },
      { 'claims/items.ts': "import {\n  a,\n  b,\n} from '../dialogs/flow.ts';" },
      { 'claims/items.ts': "export * from '../bots/turn.ts';" },
      { 'claims/items.ts': "const flow = await import('../dialogs/flow.ts');" },
      { 'prompts/time.ts': "import '../understanding/words.ts';" },
      { 'store/sqlite.ts': "import type { Turn } from '../bots/turn.ts';" },
      { 'locales/render.ts': "import type { Kind } from '../prompts/kind.ts';" },
      { 'law/load.ts': "import { severity } from '../claims/report.ts';" },
      { 'config.ts': "import { loadLaw } from './law/load.ts';" },
    ],
    good: [
      { 'index.ts': "import { sqlite } from './store/sqlite.ts';" },
      { 'test/a.test.ts': "import { sqlite } from '../store/sqlite.ts';" },
      { 'claims/items.ts': "import type { Law } from '../law/types.ts';\nimport { sum } from './sum.ts';" },
      {
        'claims/items.ts':
          "// import { a } from '../bots/turn.ts';\nconst s = \"import { a } from '../bots/turn.ts'\";",
      },
      {
        'bots/turn.ts': "import type { Input } from '../prompts/kind.ts';\nimport { ports } from '../store/ports.ts';",
      },
      { 'store/sqlite.ts': "import type { Store } from './ports.ts';\nimport { DatabaseSync } from 'node:sqlite';" },
    ],
  },
  'known folders': {
    bad: [{ 'helpers/misc.ts': '' }, { 'util.ts': '' }],
    good: [{ 'claims/sum.ts': '' }, { 'index.ts': '' }],
  },
  'package homes': {
    bad: [
      { 'dialogs/flow.ts': "import { Dialog } from 'botbuilder';" },
      { 'store/sqlite.ts': "import type { Activity } from 'botframework-schema';" },
      { 'bots/turn.ts': "import { DatabaseSync } from 'node:sqlite';" },
      { 'dialogs/flow.ts': "import i18next from 'i18next';" },
      { 'bots/turn.ts': "import restify from 'restify';" },
    ],
    good: [
      { 'bots/turn.ts': "import { ActivityTypes } from 'botbuilder';" },
      { 'index.ts': "import restify from 'restify';" },
    ],
  },
  'pure folders': {
    bad: [
      { 'claims/items.ts': "import { readFileSync } from 'node:fs';" },
      { 'claims/items.ts': "import nunjucks from 'nunjucks';" },
      { 'prompts/time.ts': "import dayjs from 'dayjs';" },
    ],
    good: [
      { 'claims/items.ts': "import { createHash } from 'node:crypto';" },
      { 'prompts/time.ts': "import { a } from './kind.ts';" },
    ],
  },
  'words in code': {
    bad: [
      { 'dialogs/scene.ts': "say('请先报警');" },
      { 'bots/turn.ts': 'const again = `再说一遍`;' },
      { 'bots/turn.ts': 'const wish = /转人工/;' },
      { 'channels/directline/page/chat.js': "button.textContent = '发送';" },
      { 'bots/turn.ts': "const address = 'http://a'; const b = '报案';" },
    ],
    good: [
      { 'dialogs/scene.ts': "// 先报警\n/* 报案 */ say('scene.call');" },
      { 'prompts/time.ts': "const words = ['昨天'];" },
      { 'understanding/intents.ts': "const words = ['报案'];" },
      { 'test/a.test.ts': "say('报案');" },
    ],
  },
  'legal numbers': {
    bad: ['48', '18_000', '0.7', '1e4', '0x10', '3n', '.5', '101'].map((n) => ({
      'claims/sum.ts': `const limit = ${n};`,
    })),
    good: [
      { 'claims/sum.ts': "const a = [0, 1, 2, 100, 1n]; // 48 hours\nconst b1 = 'v48'; const c = x.y2;" },
      { 'claims/sum.ts': "interface A { readonly v: 1; readonly kind: 'a3' }" },
      { 'dialogs/scene.ts': 'const day = 24 * 60;' },
    ],
  },
  commits: {
    bad: [
      { 'channels/wechat/index.ts': 'await store.commit(work);' },
      { 'api/claims.ts': 'await this.store?.commit(work);' },
    ],
    good: [
      { 'bots/turn.ts': 'await store.commit(work);' },
      { 'store/sqlite.ts': 'async commit(work) { return done; }' },
      { 'api/claims.ts': "log('.commit(');" },
    ],
  },
  'clock and chance': {
    bad: ['Date.now()', 'new Date()', 'new Date', 'Math.random()'].map((c) => ({
      'dialogs/scene.ts': `const now = ${c};`,
    })),
    good: [
      { 'dialogs/scene.ts': 'const d = new Date(now.at); // Date.now()' },
      { 'bots/turn.ts': 'const now = Date.now();' },
      { 'claims/sum.ts': 'const a: Date = b; const c = Date.UTC(y, m);' },
    ],
  },
  'text as program': {
    bad: [
      { 'locales/render.ts': 'env.renderString(text, values);' },
      { 'bots/turn.ts': 'eval(text);' },
      { 'channels/directline/page/chat.js': "new Function('a', text);" },
    ],
    good: [
      { 'locales/render.ts': "env.render('a.njk', values); // eval(x)" },
      { 'test/page.test.ts': "page.$eval('a', f);" },
    ],
  },
  any: {
    bad: [
      'const a: any = b;',
      'const a = b as any;',
      'const a: Map<string, any> = b;',
      'let a: string | any;',
      'type A = () => any;',
    ].map((text) => ({ 'bots/turn.ts': text })),
    good: [{ 'bots/turn.ts': "const a: unknown = 'x: any'; // : any\nconst many: anyone = f(any(b));" }],
  },
  'file length': {
    bad: [{ 'bots/turn.ts': lines(201) }, { 'locales/en/templates/a.njk': 'a\n'.repeat(201) }],
    good: [{ 'bots/turn.ts': lines(200) }, { 'test/a.test.ts': lines(300) }],
  },
  dependencies: {
    bad: [
      { 'package.json': pkg, 'docs/dependencies.md': '| `ws` | sockets |' },
      { 'package.json': pkg, 'docs/dependencies.md': '| `ws` | a |\n| `mocha` | b |\n| `left-pad` | c |' },
      { 'package.json': pkg },
    ],
    good: [{ 'package.json': pkg, 'docs/dependencies.md': 'text\n| `ws` | a |\n| `mocha` | b |' }],
  },
};
