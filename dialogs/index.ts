/** The list of guided conversations. A new one is a folder beside this file and a line here (docs/tasks/add-a-dialog.md). */
import { consents } from './consents/index.ts';
import { correction } from './correction/index.ts';
import { details } from './details/index.ts';
import { documents } from './documents/index.ts';
import type { Flow } from './flow.ts';
import { human } from './human/index.ts';
import { code, identity, kin, whichClaim } from './identity/index.ts';
import { objection, objectionWay } from './objection/index.ts';
import { paper } from './paper/index.ts';
import { report } from './report/index.ts';
import { scene } from './scene/index.ts';

const list = [
  report,
  details,
  scene,
  human,
  correction,
  documents,
  paper,
  identity,
  kin,
  code,
  whichClaim,
  consents,
  objection,
  objectionWay,
] as const satisfies readonly Flow[];

export const flows: Readonly<Record<string, Flow>> = Object.fromEntries(list.map((flow) => [flow.name, flow]));
