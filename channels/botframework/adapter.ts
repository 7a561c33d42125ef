/**
 * Bot Framework's own front door. Of the CloudAdapter we use what checks a channel's token and what runs a turn's
 * middleware; its connector client would send before a turn is committed, so it is never made.
 */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import type { Connector } from '../../config-connector.ts';
import { busy, incidentId, isBusy, type OnError, Refusal, unauthorized } from '../web/errors.ts';
import type { Cloud } from './clouds.ts';
import type { TokenSource } from './deps.ts';

/** What the channel hears. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}
export type Logic = (activity: Partial<Activity>) => Promise<Answer>;

/** Seconds after which a channel may try again. */
const RETRY = 5;
/** Milliseconds: keys are fetched once a day, and a channel waits 15 seconds. */
const PATIENCE = 8000;

export class FrontDoor extends CloudAdapter {
  readonly #onError: OnError;

  constructor(authentication: ConfigurationBotFrameworkAuthentication, onError: OnError) {
    super(authentication);
    this.#onError = onError;
    // Whatever went wrong: it is on us, it is kept from the channel, and the same message may come again.
    this.onTurnError = async (_context, error) => {
      if (error instanceof Refusal || isBusy(error)) throw error;
      onError(error, incidentId());
      throw busy(RETRY);
    };
  }

  /** Runs `logic` for an activity whose sender is who it says. */
  async receive(header: string, activity: Partial<Activity>, logic: Logic): Promise<Answer> {
    await this.#authenticate(header, activity as Activity);
    let answer: Answer = { status: 200 };
    await this.runMiddleware(new TurnContext(this, activity), async (context) => {
      answer = await logic(context.activity);
    });
    return answer;
  }

  override sendActivities(): Promise<ResourceResponse[]> {
    return Promise.reject(new Error('Answers leave after the commit, as deliveries or in the answer to the call.'));
  }

  async #authenticate(header: string, activity: Activity): Promise<void> {
    const tooLong = Promise.withResolvers<never>();
    const timer = setTimeout(() => tooLong.reject(new Error('The keys of the cloud do not come.')), PATIENCE).unref();
    try {
      const known = this.botFrameworkAuthentication.authenticateRequest(activity, header);
      await Promise.race([known, tooLong.promise]);
    } catch (error) {
      if (isForged(error)) throw unauthorized();
      this.#onError(error, incidentId());
      throw busy(RETRY);
    } finally {
      clearTimeout(timer);
    }
  }
}

const FORGED = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);

/** Everything else – no keys, no network – is not the sender's fault. */
function isForged(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return FORGED.has(error.name) || ('statusCode' in error && error.statusCode === 401);
}

/** The front door and the tokens for what we send, for one application in one cloud. */
export function openDoor(config: Connector, cloud: Cloud, onError: OnError): { door: FrontDoor; token: TokenSource } {
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: config.appId,
    MicrosoftAppType: config.type,
    ...(config.password ? { MicrosoftAppPassword: config.password } : {}),
    ...(config.tenant ? { MicrosoftAppTenantId: config.tenant } : {}),
  });
  const authentication = new ConfigurationBotFrameworkAuthentication(optionsOf(cloud), factory);
  return { door: new FrontDoor(authentication, onError), token: tokensOf(config, cloud, factory) };
}

const optionsOf = (cloud: Cloud) => ({
  ValidateAuthority: true,
  ToBotFromChannelTokenIssuer: cloud.issuer,
  ToBotFromChannelOpenIdMetadataUrl: cloud.metadata,
  ToChannelFromBotLoginUrl: cloud.login,
  ToChannelFromBotOAuthScope: cloud.scope,
  // Tokens of emulators never come so far, and nobody signs in.
  ToBotFromEmulatorOpenIdMetadataUrl: cloud.metadata,
  OAuthUrl: cloud.scope,
});

interface Credentials {
  getToken(forceRefresh: boolean): Promise<string>;
}

function tokensOf(
  { appId }: Connector,
  { login, scope }: Cloud,
  factory: ConfigurationServiceClientCredentialFactory,
): TokenSource {
  if (appId === '') return async () => undefined;
  let made: Promise<Credentials> | undefined;
  return async (anew) => {
    made ??= factory.createCredentials(appId, scope, login, true) as unknown as Promise<Credentials>;
    return (await made).getToken(anew);
  };
}
