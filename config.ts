/** Environment → one frozen Config. An error names the variable and how to set it. See .env.example. */
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { Ajv, type ErrorObject } from 'ajv';
import { type ApiConfig, apiOf, apiVariables } from './config-api.ts';
import { type Connector, connectorOf, connectorVariables } from './config-connector.ts';
import { type DeskConfig, deskDefaults, deskOf, deskVariables } from './config-desk.ts';
import { type SmsConfig, smsOf, smsVariables } from './config-sms.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** PostgreSQL; undefined: SQLite in the data directory. */
  readonly database: { readonly url: string; readonly connections: number } | undefined;
  readonly production: boolean;
  readonly logLevel: string;
  /** So many of a thousand sentences are kept, masked, to learn from; 0: none, and there is no file. */
  readonly samplesPerThousand: number;
  /** Empty: the words of locales (`common.unset`) stand in. */
  readonly insurer: { readonly name: string; readonly hotline: string; readonly caller: string };
  readonly office: {
    readonly days: readonly number[];
    readonly opens: string;
    readonly closes: string;
    readonly holidays: readonly string[];
  };
  readonly firstContactMinutes: number;
  readonly desk: DeskConfig;
  readonly directLineSecret: string | undefined;
  /** 32 bytes, base64; undefined: a file in the data directory. */
  readonly key: string | undefined;
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
  /** /api/messages; undefined: not served. */
  readonly connector: Connector | undefined;
  /** How one-time codes reach people; undefined: they do not. */
  readonly sms: SmsConfig | undefined;
  readonly api: ApiConfig;
  /** For trials only: the bot's clock runs ahead by this much. */
  readonly clockOffsetMinutes: number;
}

/** `about` completes the sentence “set NAME to …”. */
const variables = {
  PORT: { pattern: '^[0-9]{1,5}$', about: 'a port number, such as 3978 (0 picks a free one)' },
  HOST: { pattern: '^[0-9A-Za-z.:_-]+$', about: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0' },
  DATA_DIR: { pattern: '^.+$', about: 'a directory for the database and files, such as ./data' },
  DATABASE_URL: {
    pattern: '^postgres(ql)?://[^ ]+$',
    about: 'postgres://user:password@host:5432/database, or leave it out: then SQLite in DATA_DIR is used',
  },
  DATABASE_POOL: { pattern: '^([2-9]|[1-9][0-9])$', about: 'connections of this process to PostgreSQL, 2 to 99' },
  NODE_ENV: { pattern: '^(production|development|test)?$', about: 'production or development' },
  LOG_LEVEL: { pattern: '^(trace|debug|info|warn|error|fatal|silent)$', about: 'info, warn, error or silent' },
  UNDERSTAND_SAMPLES: {
    pattern: '^([0-9]{1,3}|1000)$',
    about: 'how many of a thousand sentences are kept masked, 0 to 1000 (0: none)',
  },
  INSURER_NAME: { pattern: '^.{0,40}$', about: 'the name of the insurer, at most 40 characters' },
  INSURER_HOTLINE: { pattern: '^[0-9-]{0,20}$', about: 'the telephone number of the insurer, digits and hyphens' },
  CALLER_NAME: { pattern: '^.{0,40}$', about: 'who will call people back, as they read it' },
  OFFICE_DAYS: { pattern: '^[0-6](,[0-6])*$', about: 'working days, 0 = Sunday, such as 1,2,3,4,5' },
  OFFICE_HOURS: {
    pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$',
    about: 'opening hours in China, such as 09:00-18:00',
  },
  HOLIDAYS: {
    pattern: '^([0-9]{4}-[0-9]{2}-[0-9]{2}(,[0-9]{4}-[0-9]{2}-[0-9]{2})*)?$',
    about: 'closed days, such as 2027-01-01,2027-02-05',
  },
  FIRST_CONTACT_MINUTES: { pattern: '^[0-9]{1,4}$', about: 'minutes of office time until the first call, such as 60' },
  DIRECTLINE_SECRET: { pattern: '^.{16,200}$', about: 'a secret of 16 to 200 characters' },
  LIPEI_KEY: {
    pattern: '^[A-Za-z0-9+/]{43}=$',
    about: '32 random bytes in base64, such as from: openssl rand -base64 32',
  },
  PUBLIC_URL: { pattern: '^https?://[^ ]+$', about: 'the address people use, such as https://claims.example.com' },
  TRUST_PROXY: { pattern: '^[01]$', about: '1 behind a reverse proxy that sets X-Forwarded-*, else 0' },
  CLOCK_OFFSET_MINUTES: { pattern: '^-?[0-9]{1,7}$', about: 'minutes, for trials outside production only' },
  ...connectorVariables,
  ...apiVariables,
  ...deskVariables,
  ...smsVariables,
} as const;

const schema = {
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(variables).map(([name, { pattern }]) => [name, { type: 'string', pattern }]),
  ),
};
// Read by every test that starts the program: a start need not look whether it is a schema.
const validate = new Ajv({ allErrors: true, validateSchema: false }).compile(schema);

const defaults = {
  PORT: '3978',
  HOST: '127.0.0.1',
  DATA_DIR: 'data',
  DATABASE_POOL: '10',
  LOG_LEVEL: 'info',
  UNDERSTAND_SAMPLES: '0',
  OFFICE_DAYS: '1,2,3,4,5',
  OFFICE_HOURS: '09:00-18:00',
  FIRST_CONTACT_MINUTES: '60',
  CLOCK_OFFSET_MINUTES: '0',
  ...deskDefaults,
};

/** Puts the settings of a file, such as .env, into the environment, where there is one; what is set there already stays. */
export function readSettings(file: string): void {
  if (existsSync(file)) loadEnvFile(file);
}

/** Throws an Error with one line a mistake. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.keys(variables).flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const values: Record<string, string> = { ...defaults, ...given };
  if (!validate(values)) throw new Error((validate.errors ?? []).map(sentence).join('\n'));
  const config = configOf(values);
  refuseMistakes(config);
  if (config.production) refuseRisks(config);
  return Object.freeze(config);
}

const configOf = (values: Readonly<Record<string, string>>): Config => ({
  port: Number(values.PORT),
  host: values.HOST ?? '',
  dataDir: values.DATA_DIR ?? '',
  database: values.DATABASE_URL ? { url: values.DATABASE_URL, connections: Number(values.DATABASE_POOL) } : undefined,
  production: values.NODE_ENV === 'production',
  logLevel: values.LOG_LEVEL ?? 'info',
  samplesPerThousand: Number(values.UNDERSTAND_SAMPLES),
  insurer: {
    name: values.INSURER_NAME ?? '',
    hotline: values.INSURER_HOTLINE ?? '',
    caller: values.CALLER_NAME ?? '',
  },
  office: officeOf(values),
  firstContactMinutes: Number(values.FIRST_CONTACT_MINUTES),
  desk: deskOf(values),
  directLineSecret: values.DIRECTLINE_SECRET,
  key: values.LIPEI_KEY,
  publicUrl: values.PUBLIC_URL,
  trustProxy: values.TRUST_PROXY === '1',
  connector: connectorOf(values),
  sms: smsOf(values),
  api: apiOf(values),
  clockOffsetMinutes: Number(values.CLOCK_OFFSET_MINUTES),
});

function officeOf({ OFFICE_DAYS = '', OFFICE_HOURS = '', HOLIDAYS }: Readonly<Record<string, string>>) {
  const [opens = '', closes = ''] = OFFICE_HOURS.split('-');
  return { days: OFFICE_DAYS.split(',').map(Number), opens, closes, holidays: HOLIDAYS?.split(',') ?? [] };
}

function refuseMistakes(config: Config): void {
  if (config.port > 65_535) throw new Error('PORT is above 65535: set PORT to a port number, such as 3978.');
  if (config.office.opens >= config.office.closes)
    throw new Error('OFFICE_HOURS ends before it begins: set it to, for example, 09:00-18:00.');
  const notADay = config.office.holidays.find((day) => Number.isNaN(Date.parse(`${day}T00:00:00Z`)));
  if (notADay) throw new Error(`HOLIDAYS names ${notADay}, which is no day: write days as 2027-01-01.`);
  if (config.firstContactMinutes > minutesOpen(config))
    throw new Error(
      'FIRST_CONTACT_MINUTES is longer than the office is open on a day: lower it, or widen OFFICE_HOURS.',
    );
}

/** What must not be left out, or left in, in production. */
function refuseRisks(config: Config): void {
  if (config.clockOffsetMinutes !== 0)
    throw new Error('CLOCK_OFFSET_MINUTES is for trials: remove it when NODE_ENV is production.');
  if (!config.key) throw missing('LIPEI_KEY');
  if (!config.insurer.name) throw missing('INSURER_NAME');
  if (!config.publicUrl?.startsWith('https://'))
    throw new Error(
      'PUBLIC_URL is missing: in production set PUBLIC_URL to the https address people use; cookies are then Secure.',
    );
  if (!config.insurer.hotline) throw missing('INSURER_HOTLINE');
}

const missing = (name: keyof typeof variables): Error =>
  new Error(`${name} is missing: in production set ${name} to ${variables[name].about}.`);

function minutesOpen({ office }: Config): number {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return minutes(office.closes) - minutes(office.opens);
}

function sentence(error: ErrorObject): string {
  const name = error.instancePath.slice(1) as keyof typeof variables;
  return `${name} is not usable: set ${name} to ${variables[name].about}.`;
}
