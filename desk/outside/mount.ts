/** A desk outside on the web: who waits is posted to it; its `handoff.status` and its words come in here, signed. */
import type { Request, Response, Server } from 'restify';
import type { DeskResult } from '../../bots/acts.ts';
import type { Desk as Floor } from '../../bots/desk.ts';
import { type Hub, HubBridge } from '../../bots/hub.ts';
import { parseObject, readJsonBytes } from '../../channels/web/body.ts';
import { badArgument, busy, fail, notFound, type OnError, Refusal, reply } from '../../channels/web/errors.ts';
import type { ConversationId, JsonObject, Store, Wake } from '../../store/ports.ts';
import type { Trail } from '../people/trail.ts';
import { postTo } from './post.ts';
import { createReader, type FromOutside } from './shape.ts';
import { claimedIn, isSigned } from './signing.ts';
import { keepTelling } from './telling.ts';

export interface OutsideDeps {
  readonly store: Pick<Store, 'conversation' | 'handoffs' | 'handoffOf' | 'transcript'>;
  readonly floor: Floor;
  readonly wake: Wake;
  readonly trail: Trail;
  readonly config: { readonly url: string; readonly secret: string };
  /** As whom it speaks where it names nobody. */
  readonly name: string;
  readonly now: () => number;
  readonly onError: OnError;
}

/** Accounts have random ids: nobody else is called so. */
const ID = 'outside';
const MOST_BYTES = 64 * 1024;
const PATH = '/api/handoff';

export function mountOutside(server: Server, deps: OutsideDeps): { close(): void } {
  const { store, floor: desk, trail, wake, now, name } = deps;
  const onError = (error: unknown): void => deps.onError(error, '');
  const out = postTo(deps.config.url, deps.config.secret, now);
  const hub: Hub = {
    initiate: async (event) => {
      await trail.note(ID, 'handoff.told', String(event.conversation?.id));
      await out.initiate(event);
    },
  };
  const bridge = new HubBridge({ store, desk, hub, speaker: { id: ID, name, reach: '' }, onError });
  const read = createReader();
  const serve = (work: (req: Request) => Promise<unknown>) => async (req: Request, res: Response) => {
    try {
      reply(res, 200, await work(req));
    } catch (error) {
      fail(req, res, error, deps.onError);
    }
  };
  server.post(
    PATH,
    serve(async (req) => said(await take(deps, bridge, read(await bodyOf(deps, req))))),
  );
  server.get(
    `${PATH}/:conversation`,
    serve((req) => tell(deps, bridge, req)),
  );
  return keepTelling({ look: () => bridge.look(), wake, random: Math.random });
}

const stranger = (): Refusal => new Refusal(401, 'Unauthorized', 'Sign the request as docs/desk.md says.');

/** Whose it is comes first: of a stranger's body nothing is parsed. */
async function bodyOf({ config, now }: OutsideDeps, req: Request): Promise<JsonObject> {
  const claimed = claimedIn(req.headers, now());
  if (!claimed) throw stranger();
  const body = await readJsonBytes(req, MOST_BYTES);
  if (!isSigned(config.secret, claimed, { method: 'POST', path: req.url ?? '', body })) throw stranger();
  return parseObject(body);
}

async function take(
  { store, trail, name }: OutsideDeps,
  bridge: HubBridge,
  heard: FromOutside | string,
): Promise<DeskResult> {
  if (typeof heard === 'string') throw badArgument(heard);
  const conversation = heard.conversation.id as ConversationId;
  const who = { id: ID, name: heard.from?.name?.trim() || name, reach: '' };
  const key = `${ID}:${heard.id}`;
  // Only who has asked for a person is its business; for it the rest does not exist.
  const asked = await store.handoffOf(conversation);
  if (!asked) throw notFound('Conversation');
  await trail.note(ID, actOf(heard), conversation);
  if (asked.state === 'ended') return { status: 'notYours' };
  if (heard.type === 'message') return bridge.say(conversation, heard.text ?? '', key, who);
  return bridge.status(heard, who, key);
}

const ACTS: Readonly<Record<string, string>> = { accepted: 'accept', completed: 'handBack', failed: 'giveUp' };
const actOf = (heard: FromOutside & { readonly value?: { readonly state?: string } }): string =>
  heard.type === 'message' ? 'say' : (ACTS[heard.value?.state ?? ''] ?? 'refused');

/** Who has it instead is none of its business. */
function said({ status, ...rest }: DeskResult): JsonObject {
  if (status === 'done') return { status };
  if (status === 'gone') throw notFound('Conversation');
  if (status === 'busy') throw busy(2);
  if (status === 'invalid') throw badArgument('what' in rest ? rest.what : status);
  throw new Refusal(
    409,
    'Conflict',
    status === 'takenBy' ? 'Somebody else has it.' : 'It is not with the desk outside.',
  );
}

/** What was said since; asked for again and again. */
async function tell({ config, now, trail }: OutsideDeps, bridge: HubBridge, req: Request): Promise<JsonObject> {
  const claimed = claimedIn(req.headers, now());
  if (!claimed || !isSigned(config.secret, claimed, { method: 'GET', path: req.url ?? '', body: '' })) throw stranger();
  const after = new URLSearchParams(req.getQuery()).get('watermark') ?? '0';
  if (!/^\d{1,9}$/.test(after)) throw badArgument('watermark is no number');
  const id = String(req.params.conversation) as ConversationId;
  const found = await bridge.lines(id, Number(after));
  if (!found) throw notFound('Conversation');
  await trail.noteView(ID, 'conversation.seen', id);
  return found;
}
