/** The routes of webhooks; api/routes.ts has them all. */
import type { Common, Keyed } from '../routes.ts';

const served = () => import('./routes.ts');
const ALL = '/api/v1/webhooks';
const ONE = `${ALL}/{webhook}`;

export const WEBHOOKS: readonly (Common & Pick<Keyed, 'serve'>)[] = [
  {
    ...{ method: 'post', path: ALL, id: 'addWebhook', about: 'Asks to be called when something is new', heeds: [] },
    ...{ takes: ['WebhookWish'], gives: 'WebhookMade', statuses: [201] },
    serve: async (call) => (await served()).register(call),
  },
  {
    ...{ method: 'get', path: ALL, id: 'listWebhooks', about: 'The webhooks of this key, and what waits', heeds: [] },
    ...{ gives: 'Webhooks', statuses: [200], serve: async (call) => (await served()).list(call) },
  },
  {
    ...{ method: 'delete', path: ONE, id: 'removeWebhook', about: 'Ends a webhook and what waits for it', heeds: [] },
    ...{ gives: 'WebhookGone', statuses: [200], serve: async (call) => (await served()).remove(call) },
  },
  {
    ...{ method: 'post', path: `${ONE}/test`, id: 'tryWebhook', about: 'One signed call now, to try', heeds: [] },
    ...{ gives: 'WebhookTried', statuses: [200], serve: async (call) => (await served()).ping(call) },
  },
  {
    ...{ method: 'get', path: `${ONE}/dead`, id: 'listDeadCalls', about: 'Calls that were given up' },
    ...{ heeds: ['cursor'], gives: 'DeadCalls', statuses: [200], serve: async (call) => (await served()).dead(call) },
  },
  {
    ...{ method: 'post', path: `${ONE}/replay`, id: 'replayCalls', about: 'Tries anew what was given up', heeds: [] },
    ...{ takes: ['ReplayWish'], gives: 'Replayed', statuses: [200] },
    serve: async (call) => (await served()).replay(call),
  },
];
