/** Every route of the claim system's API: what it needs, what it takes, what it answers. openapi.json and the tests are made from it. */
import type { ApiScope } from '../store/ports.ts';
import type { Answer, Call } from './deps.ts';
import type { SchemaName } from './schemas.ts';
import { EVENT_SHAPES } from './shapes.ts';
import { WEBHOOKS } from './webhooks/table.ts';

export interface Common {
  readonly method: 'get' | 'put' | 'post' | 'delete';
  readonly path: string;
  /** operationId, and the name in the trail. */
  readonly id: string;
  readonly about: string;
  /** Headers and parts of the query that it heeds. */
  readonly heeds: readonly ('as' | 'cursor' | 'ifMatch' | 'ifNoneMatch' | 'idempotency')[];
  /** One of these. */
  readonly takes?: readonly SchemaName[];
  readonly gives?: SchemaName;
  readonly statuses: readonly number[];
}
/** With a key that has the scope. */
export interface Keyed extends Common {
  readonly scope: ApiScope;
  readonly serve: (call: Call) => Promise<Answer> | Answer;
}
/** Without a key. */
export interface Open extends Common {
  readonly scope: null;
  readonly serve: () => Promise<Answer>;
}
export type Route = Keyed | Open;

/** Loaded with the first call: who has no claim system starts quicker. */
const claims = () => import('./claims.ts');
const feeds = () => import('./feeds.ts');

const CLAIM = '/api/v1/claims/{number}';

const CALLED: readonly Keyed[] = WEBHOOKS.map((one) => ({ ...one, scope: 'write' }));

export const ROUTES: readonly Route[] = [
  {
    ...{ method: 'get', path: CLAIM, id: 'readClaim', about: 'A claim as the insurer knows it, and where it stands' },
    ...{
      scope: 'read',
      heeds: ['as', 'ifNoneMatch'],
      gives: 'ClaimRead',
      statuses: [200, 304],
      serve: async (call) => (await claims()).readClaim(call),
    },
  },
  {
    ...{
      method: 'put',
      path: CLAIM,
      id: 'putClaim',
      about: 'Puts a claim: parties, policies, the report it is about',
    },
    ...{ scope: 'write', heeds: ['ifMatch', 'ifNoneMatch', 'idempotency'], takes: ['Registration'], gives: 'Recorded' },
    ...{ statuses: [200, 201], serve: async (call) => (await claims()).putClaim(call) },
  },
  {
    ...{ method: 'post', path: `${CLAIM}/events`, id: 'postEvent', about: 'Something happened to a claim' },
    ...{ scope: 'write', heeds: ['ifMatch', 'idempotency'], takes: EVENT_SHAPES, gives: 'Recorded' },
    ...{ statuses: [201], serve: async (call) => (await claims()).postEvent(call) },
  },
  {
    ...{
      method: 'get',
      path: '/api/v1/reports',
      id: 'listReports',
      about: 'Reports that were made here, from a cursor on',
    },
    ...{
      scope: 'read',
      heeds: ['cursor'],
      gives: 'Reports',
      statuses: [200],
      serve: async (call) => (await feeds()).reports(call),
    },
  },
  {
    ...{ method: 'get', path: '/api/v1/changes', id: 'listChanges', about: 'Events of all claims, from a cursor on' },
    ...{
      scope: 'read',
      heeds: ['cursor'],
      gives: 'Changes',
      statuses: [200],
      serve: async (call) => (await feeds()).changes(call),
    },
  },
  ...CALLED,
  {
    ...{
      method: 'get',
      path: '/api/v1/openapi.json',
      id: 'describe',
      about: 'This description',
      scope: null,
      heeds: [],
    },
    ...{ statuses: [200], serve: async () => ({ status: 200, body: (await import('./openapi.ts')).openApi(ROUTES) }) },
  },
];
