/** The settings of the claim system's API: whom it may call. */
import { hosts } from './config-connector.ts';

export interface ApiConfig {
  readonly webhooks: {
    /** Empty: every name on the internet. Else only these, also where they lead into our own network. */
    readonly hosts: readonly string[];
    /** Receivers on this machine without encryption, for trials. */
    readonly loopback: boolean;
  };
}

export const apiVariables = {
  WEBHOOK_HOSTS: {
    pattern: hosts,
    about: 'the only hosts that webhooks may call, such as claims.example.com,https://10.0.0.7:8443',
  },
} as const;

const LOOPBACK = /^(localhost|::1|127\.\d+\.\d+\.\d+)$/;

export const apiOf = ({ WEBHOOK_HOSTS, NODE_ENV, HOST }: Readonly<Record<string, string | undefined>>): ApiConfig => ({
  webhooks: {
    hosts: WEBHOOK_HOSTS?.split(',') ?? [],
    loopback: NODE_ENV !== 'production' && LOOPBACK.test(HOST ?? ''),
  },
});
