import type { Server } from 'restify';
import type { Connector } from '../../config-connector.ts';
import type { ConnectorDeps } from './deps.ts';
import type { Mounted } from './routes.ts';

/** What the Bot Framework brings along is loaded only where it is used. */
export async function mountIfConfigured(
  server: Server,
  config: Connector | undefined,
  deps: Omit<ConnectorDeps, 'config'>,
): Promise<Mounted | undefined> {
  if (!config) return undefined;
  const { mountConnector } = await import('./routes.ts');
  return mountConnector(server, { ...deps, config });
}
