/** Who may import whom (docs and data in one place), and which packages belong where. */
import { type Import, importsOf } from './imports.ts';
import { type Finding, inside, isCode, placeOf, type Rule, type SourceFile } from './rule.ts';

interface Arrow {
  readonly from: string;
  /** Folders and files of ours; its own folder is always allowed. */
  readonly may: readonly string[];
  /** Allowed as `import type` only: vocabulary, nothing that runs. */
  readonly mayTypes?: readonly string[];
}

const channel = [
  ...['bots/', 'locales/', 'claims/', 'store/ports.ts'],
  ...['channels/web/', 'channels/contract.ts', 'channels/keeping.ts'],
];

/** The first line that fits a file holds for it. */
export const ARROWS: readonly Arrow[] = [
  { from: 'index.ts', may: ['*'] },
  { from: 'compose.ts', may: ['*'] },
  { from: 'compose-desk.ts', may: ['*'] },
  { from: 'compose-api.ts', may: ['*'] },
  { from: 'compose-telling.ts', may: ['*'] },
  { from: 'compose-words.ts', may: ['*'] },
  { from: 'test/', may: ['*'] },
  { from: 'scripts/', may: ['*'] },
  { from: 'channels/directline/page/', may: [] },
  { from: 'channels/web/', may: ['store/ports.ts'] },
  // One channel knows nothing of another: what several need lies in channels/web/ or beside the channels.
  { from: 'channels/directline/', may: channel, mayTypes: ['config.ts', 'law/types.ts'] },
  { from: 'channels/botframework/', may: channel, mayTypes: ['config-connector.ts'] },
  {
    from: 'channels/',
    may: ['bots/', 'locales/', 'claims/', 'store/ports.ts'],
    mayTypes: ['config.ts', 'law/types.ts'],
  },
  // The desk is no channel, but it is on the web too: bodies, limits and errors are the same for all.
  {
    from: 'desk/',
    may: [
      'bots/',
      'locales/',
      'claims/',
      'store/ports.ts',
      'store/errors.ts',
      'channels/web/',
      'channels/contract.ts',
      'channels/keeping.ts',
    ],
    mayTypes: ['config.ts', 'law/types.ts'],
  },
  // Nor is the claim system a channel; bodies, limits and errors are the same for it too.
  {
    from: 'api/',
    may: ['bots/', 'locales/', 'claims/', 'store/ports.ts', 'channels/web/'],
    mayTypes: ['config.ts', 'law/types.ts'],
  },
  // Demo claims come in as those of an insurer.
  {
    from: 'demo/',
    may: ['api/', 'claims/', 'store/ports.ts', 'channels/web/'],
    mayTypes: ['law/types.ts', 'sms/console.ts'],
  },
  {
    from: 'bots/',
    // Failpoints are ports too: hooks that do nothing unless a test kills the process there.
    may: [
      'dialogs/',
      'understanding/',
      'locales/',
      'claims/',
      'store/ports.ts',
      'store/errors.ts',
      'store/failpoints.ts',
    ],
    mayTypes: ['prompts/kind.ts', 'law/types.ts', 'sms/port.ts'],
  },
  { from: 'dialogs/', may: ['prompts/', 'claims/'], mayTypes: ['law/types.ts', 'store/ports.ts'] },
  { from: 'understanding/', may: ['prompts/'], mayTypes: ['claims/'] },
  { from: 'prompts/', may: [] },
  { from: 'claims/', may: [], mayTypes: ['law/types.ts', 'store/ports.ts'] },
  { from: 'store/', may: [] },
  { from: 'locales/', may: [] },
  { from: 'sms/', may: [] },
  { from: 'law/', may: [] },
  { from: 'config.ts', may: ['config-api.ts', 'config-connector.ts', 'config-desk.ts', 'config-sms.ts'] },
  { from: 'config-api.ts', may: ['config-connector.ts'] },
  { from: 'config-connector.ts', may: [] },
  { from: 'config-desk.ts', may: ['config-branches.ts'] },
  { from: 'config-sms.ts', may: [] },
  { from: 'config-branches.ts', may: [], mayTypes: ['claims/'] },
  { from: 'heap.ts', may: [] },
  { from: 'http.ts', may: [] },
  { from: 'metrics.ts', may: [] },
  { from: 'log.ts', may: ['metrics.ts'] },
  { from: 'samples.ts', may: ['understanding/'] },
];

/** Packages that must not spread: each is known only where it is listed. */
const HOMES: readonly { readonly packages: RegExp; readonly in: readonly string[]; readonly why: string }[] = [
  {
    packages: /^bot(builder|framework)/,
    in: ['bots/', 'channels/', 'locales/'],
    why: 'Bot Framework stays at the rim, so that leaving it changes two folders (docs/adr/0001)',
  },
  { packages: /^i18next/, in: ['locales/'], why: 'Words have one home' },
  { packages: /^nunjucks/, in: ['locales/', 'desk/'], why: 'Words have one home' },
  {
    packages: /^(node:sqlite|kysely|pg)/,
    in: ['store/'],
    why: 'Only the store speaks SQL; the rest knows store/ports.ts',
  },
  { packages: /^restify/, in: ['http.ts', 'channels/', 'desk/', 'api/', 'demo/'], why: 'Only the edge knows HTTP' },
];
const ANYWHERE = ['index.ts', 'compose.ts', 'compose-api.ts', 'test/', 'scripts/'];

/** Folders that must stay pure, and what would make them impure. */
const PURE: readonly { readonly folder: string; readonly never: RegExp }[] = [
  {
    folder: 'claims/',
    never: /^(botbuilder|botframework|i18next|nunjucks|restify|pino|(node:)?(fs|http|https|net|child_process))/,
  },
  { folder: 'dialogs/', never: /^(botbuilder|botframework|(node:)?(fs|http|https|net|child_process))/ },
  { folder: 'prompts/', never: /./ },
  { folder: 'understanding/', never: /^(botbuilder|botframework|(node:)?(http|https|net|child_process))/ },
];

const eachImport = (files: readonly SourceFile[], look: (file: SourceFile, found: Import) => Finding | undefined) =>
  files.filter((f) => isCode(f.path)).flatMap((file) => importsOf(file).flatMap((found) => look(file, found) ?? []));

function againstArrow(file: SourceFile, found: Import): Finding | undefined {
  const { path } = found;
  const arrow = ARROWS.find((a) => inside(file.path, [a.from]));
  if (!path || !arrow || arrow.may.includes('*') || inside(path, [arrow.from, ...arrow.may])) return undefined;
  const asType = inside(path, arrow.mayTypes ?? []);
  if (asType && found.typeOnly) return undefined;
  return {
    what: `${placeOf(file, found.offset)} imports ${path}`,
    why: `${arrow.from} may import ${[...arrow.may, ...(arrow.mayTypes ?? []).map((t) => `types of ${t}`)].join(', ') || 'nothing of ours'}`,
    fix: asType
      ? 'write `import type`'
      : 'take it as a parameter, or move what both need below both (arrows.ts lists them)',
  };
}

const arrows: Rule = { id: 'arrows', check: (files) => eachImport(files, againstArrow) };

const knownFolders: Rule = {
  id: 'known folders',
  check: (files) =>
    files
      .filter((f) => /\.(ts|js)$/.test(f.path) && !ARROWS.some((a) => inside(f.path, [a.from])))
      .map((f) => ({
        what: `${f.path} lies where no arrow is drawn`,
        why: 'A file that no rule knows may import anything',
        fix: 'move it to a folder of the layout, or add a line to ARROWS in test/architecture/arrows.ts and an ADR',
      })),
};

const packageHomes: Rule = {
  id: 'package homes',
  check: (files) =>
    eachImport(files, (file, found) => {
      const home = HOMES.find((h) => found.path === null && h.packages.test(found.specifier));
      if (!home || inside(file.path, [...home.in, ...ANYWHERE])) return undefined;
      const what = `${placeOf(file, found.offset)} imports ${found.specifier}`;
      return { what, why: home.why, fix: `use it in ${home.in.join(', ')} only and pass on plain values` };
    }),
};

const pureFolders: Rule = {
  id: 'pure folders',
  check: (files) =>
    eachImport(files, (file, found) => {
      const pure = PURE.find(
        (p) => inside(file.path, [p.folder]) && found.path === null && p.never.test(found.specifier),
      );
      if (!pure) return undefined;
      const what = `${placeOf(file, found.offset)} imports ${found.specifier}`;
      return {
        what,
        why: `${pure.folder} is pure: values in, values out`,
        fix: 'let the caller fetch it and pass it in',
      };
    }),
};

export const importRules: readonly Rule[] = [arrows, knownFolders, packageHomes, pureFolders];
