/** Where Microsoft's services are. */
export interface Cloud {
  /** Who signs what channels send, and where the keys are. */
  readonly issuer: string;
  readonly metadata: string;
  /** Where we get tokens, and for what. */
  readonly login: string;
  readonly scope: string;
  /** Where channels may be. */
  readonly hosts: readonly string[];
}

/** Azure, and Azure operated by 21Vianet (docs.azure.cn, bot-service, how-to-deploy-china-cloud). */
export function cloudOf(name: 'public' | 'china', tenant: string | undefined): Cloud {
  if (name === 'china')
    return {
      issuer: 'https://api.botframework.azure.cn',
      metadata: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
      login: `https://login.partner.microsoftonline.cn/${tenant ?? ''}`,
      scope: 'https://api.botframework.azure.cn',
      hosts: ['*.botframework.azure.cn'],
    };
  return {
    issuer: 'https://api.botframework.com',
    metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    login: 'https://login.microsoftonline.com/botframework.com',
    scope: 'https://api.botframework.com',
    // Teams is at the second; the domain itself belongs to anyone, so it must be named in full.
    hosts: ['*.botframework.com', 'smba.trafficmanager.net'],
  };
}
