import type { Server } from 'restify';
import type { Push } from '../../bots/deliver.ts';
import type { Connector } from '../../config-connector.ts';
import { CHANNEL, type ConnectorDeps } from './deps.ts';

interface Settings {
  readonly connector: Connector | undefined;
  readonly publicUrl: string | undefined;
}

/**
 * What the Bot Framework brings along is loaded only where it is used; its way out joins `channels`. `origin` stands in where
 * no public address is set.
 */
export async function mountIfConfigured(
  server: Server,
  { connector: config, publicUrl }: Settings,
  channels: Record<string, Push>,
  deps: Omit<ConnectorDeps, 'config'>,
): Promise<readonly { close(): void }[]> {
  if (!config) return [];
  const { mountConnector } = await import('./routes.ts');
  const origin = publicUrl === undefined ? deps.origin : () => new URL(publicUrl).origin;
  const mounted = mountConnector(server, { ...deps, config, origin });
  channels[CHANNEL] = mounted.push;
  return [mounted];
}
