/** The settings of /api/messages. The names that begin with Microsoft are those of every Bot Framework bot. */

export interface Connector {
  /** Empty: whoever reaches the loopback address may speak, for trials with an emulator. */
  readonly appId: string;
  readonly password: string | undefined;
  readonly type: string;
  readonly tenant: string | undefined;
  readonly cloud: 'public' | 'china';
  /** Hosts besides the cloud's own that messages may come from and answers go to, as `*.example.com` or whole origins. */
  readonly serviceHosts: readonly string[];
  /** Hosts besides the cloud's own that files may be fetched from. */
  readonly fileHosts: readonly string[];
}

const host = '(\\*\\.)?[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)+';
const origin = 'https://[0-9A-Za-z.-]+(:[0-9]+)?|http://(127\\.0\\.0\\.1|\\[::1\\]|localhost)(:[0-9]+)?';
/** Of a list of hosts and origins. */
export const hosts = `^(${host}|${origin})(,(${host}|${origin}))*$`;

export const connectorVariables = {
  MicrosoftAppId: { pattern: '^[0-9A-Za-z-]{8,64}$', about: 'the application id of the bot in Azure' },
  MicrosoftAppPassword: { pattern: '^.{1,200}$', about: 'the client secret of that application' },
  MicrosoftAppType: {
    pattern: '^(MultiTenant|SingleTenant|UserAssignedMsi)$',
    about: 'MultiTenant, SingleTenant or UserAssignedMsi',
  },
  MicrosoftAppTenantId: { pattern: '^[0-9A-Za-z.-]{1,100}$', about: 'the tenant id of the bot in Azure' },
  BOT_CLOUD: { pattern: '^(public|china)$', about: 'public, or china for Azure operated by 21Vianet' },
  BOT_SERVICE_HOSTS: { pattern: hosts, about: 'hosts of channels, such as *.example.com,chat.example.org' },
  BOT_FILE_HOSTS: { pattern: hosts, about: 'hosts that files come from, such as insurer.sharepoint.cn' },
  ALLOW_ANONYMOUS_CONNECTOR: { pattern: '^[01]$', about: '1 for trials with an emulator on this machine, else 0' },
} as const;

type Values = Readonly<Record<string, string | undefined>>;

/** Throws an Error that names the variable and how to set it. */
export function connectorOf(values: Values): Connector | undefined {
  const { MicrosoftAppId: appId = '', MicrosoftAppPassword: password, MicrosoftAppTenantId: tenant } = values;
  const anonymous = values.ALLOW_ANONYMOUS_CONNECTOR === '1';
  if (anonymous) refuseOpenDoor(values);
  if (appId === '' && !anonymous) return undefined;
  const connector: Connector = {
    ...{ appId, password, tenant },
    type: values.MicrosoftAppType ?? 'MultiTenant',
    cloud: values.BOT_CLOUD === 'china' ? 'china' : 'public',
    serviceHosts: values.BOT_SERVICE_HOSTS?.split(',') ?? [],
    fileHosts: values.BOT_FILE_HOSTS?.split(',') ?? [],
  };
  if (!anonymous) requireCredentials(connector);
  return connector;
}

const LOOPBACK = /^(localhost|::1|127\.\d+\.\d+\.\d+)$/;

/** Without an application id nobody is asked who they are. */
function refuseOpenDoor({ MicrosoftAppId, NODE_ENV, HOST }: Values): void {
  const name = 'ALLOW_ANONYMOUS_CONNECTOR';
  if (MicrosoftAppId) throw new Error(`${name} is for trials without MicrosoftAppId: remove one of the two.`);
  if (NODE_ENV === 'production')
    throw new Error(`${name} is for trials: remove it when NODE_ENV is production, and set MicrosoftAppId.`);
  if (!LOOPBACK.test(HOST ?? ''))
    throw new Error(`${name} lets anyone speak who reaches HOST: remove it, or set HOST to 127.0.0.1.`);
}

function requireCredentials({ type, password, tenant, cloud }: Connector): void {
  const missing = (name: keyof typeof connectorVariables): Error =>
    new Error(`${name} is missing: beside MicrosoftAppId set ${name} to ${connectorVariables[name].about}.`);
  if (type !== 'UserAssignedMsi' && !password) throw missing('MicrosoftAppPassword');
  if ((type !== 'MultiTenant' || cloud === 'china') && !tenant) throw missing('MicrosoftAppTenantId');
}
