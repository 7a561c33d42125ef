/** The settings of text messages, by which people prove who they are. */

/** `console`: the log, in the demo alone. */
export type SmsConfig =
  | { readonly kind: 'gateway'; readonly url: string; readonly secret: string }
  | { readonly kind: 'console' };

export const smsVariables = {
  SMS_GATEWAY_URL: {
    pattern: '^(https://|http://(127\\.0\\.0\\.1|\\[::1\\]|localhost)(:|/|$))[^ #]*$',
    about: 'where text messages are posted, https://…, or http://127.0.0.1:… on this machine',
  },
  SMS_GATEWAY_SECRET: {
    pattern: '^[!-~]{32,200}$',
    about: 'a secret of 32 to 200 characters that the gateway knows too',
  },
} as const;

type Values = Readonly<Record<string, string | undefined>>;

const LOOPBACK = /^(localhost|::1|127\.\d+\.\d+\.\d+)$/;

/** Undefined: nobody can be sent a code. Throws an Error that names the variable and how to set it. */
export function smsOf(values: Values): SmsConfig | undefined {
  const { SMS_GATEWAY_URL: url, SMS_GATEWAY_SECRET: secret } = values;
  if (url === undefined && secret === undefined) return isDemo(values) ? { kind: 'console' } : undefined;
  const missing = url === undefined ? 'SMS_GATEWAY_URL' : 'SMS_GATEWAY_SECRET';
  if (url === undefined || secret === undefined)
    throw new Error(`${missing} is missing: a gateway needs both; set it to ${smsVariables[missing].about}.`);
  if (!URL.canParse(url))
    throw new Error(`SMS_GATEWAY_URL is not usable: set it to ${smsVariables.SMS_GATEWAY_URL.about}.`);
  return { kind: 'gateway', url, secret };
}

/** Nobody but who sits at this machine reads its log, and no real person is in its data. */
const isDemo = ({ NODE_ENV, HOST, DATABASE_URL }: Values): boolean =>
  NODE_ENV !== 'production' && DATABASE_URL === undefined && LOOPBACK.test(HOST ?? '');
