/** What a page is asked with, and what it may answer. */
import type { Request, Response } from 'restify';
import type { Desk as Floor } from '../../bots/desk.ts';
import type { pictureOf } from '../../bots/picture.ts';
import type { Limits } from '../../channels/web/limits.ts';
import type { Branch } from '../../claims/branches.ts';
import type { ProgressLaw } from '../../claims/progress/progress.ts';
import type { RecordingName } from '../../claims/recording/types.ts';
import type { QuietHours } from '../../claims/telling/quiet.ts';
import type { Lang, Renderer } from '../../locales/render.ts';
import type { Files, JsonObject, Store, Wake } from '../../store/ports.ts';
import type { Disagreeing } from '../disagreeing.ts';
import type { Board } from '../pages/queue.ts';
import type { Right } from '../people/rights.ts';
import type { SignedIn } from '../people/sessions.ts';
import type { Trail } from '../people/trail.ts';
import type { Persons } from '../persons.ts';
import type { View } from '../view.ts';

export interface DeskConfig {
  /** What sessions, forms and set-up links are signed with. */
  readonly key: Buffer;
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
  readonly cookieSecure: boolean;
  /** As authenticators show it. */
  readonly issuer: string;
}

export interface DeskDeps {
  readonly store: Store;
  readonly files: Files;
  readonly wake: Wake;
  readonly renderer: Renderer;
  /** The way into conversations. */
  readonly floor: Floor;
  /** As the bot has them: what is open in a conversation is worked out with them. */
  readonly flows: Parameters<typeof pictureOf>[0]['flows'];
  readonly branches: readonly Branch[];
  /** For the clocks of a claim. */
  readonly clocks: ProgressLaw;
  /** When people are not told of what happens. */
  readonly quiet: QuietHours;
  /** Whole yuan above which a decision needs a second colleague. */
  readonly releaseAbove: { readonly settlement: number; readonly advance: number };
  /** Whether what is to be recorded has the shape that the claim system's events have. */
  readonly fits: (type: RecordingName, data: JsonObject) => boolean;
  readonly config: DeskConfig;
  readonly now: () => number;
  onError(error: unknown, incident: string): void;
}

/** What the routes of one mounted desk share. */
export interface Desk extends DeskDeps {
  readonly trail: Trail;
  readonly view: View;
  readonly limits: Limits;
  /** What all queues of one branch show, read once for all; null: of all branches. */
  readonly board: { get(branch: string | null): Promise<Board>; drop(): void };
  readonly persons: Persons;
  readonly differing: Disagreeing;
  /** Open streams, to be ended with the server. */
  readonly streams: Set<Response>;
}

export interface Visit {
  readonly req: Request;
  readonly res: Response;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly lang: Lang;
  /** Asks for a part of a page. */
  readonly part: boolean;
  readonly me: SignedIn | undefined;
}
/** A visit of somebody who has signed in and may do this. */
export type Colleague = Visit & { readonly me: SignedIn };

type Headers = Readonly<Record<string, string>>;
export type Answer =
  | {
      readonly kind: 'page';
      readonly template: string;
      readonly values?: Readonly<Record<string, unknown>>;
      readonly status?: number;
    }
  | { readonly kind: 'go'; readonly to: string; readonly headers?: Headers }
  | { readonly kind: 'bytes'; readonly type: string; readonly bytes: Buffer; readonly headers?: Headers }
  /** The handler answers by itself, for as long as it lasts. */
  | { readonly kind: 'open' };

interface Place {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Asked for by the page itself: keeps nobody signed in. */
  readonly passive?: true;
  /** The body is no form but the bytes of a file; the handler reads it, and the token comes as a header. */
  readonly bytes?: true;
}
export interface OpenRoute extends Place {
  readonly who: 'anyone';
  handle(desk: Desk, visit: Visit): Promise<Answer>;
}
export interface ClosedRoute extends Place {
  readonly who: Right;
  handle(desk: Desk, visit: Colleague): Promise<Answer>;
}
export type Route = OpenRoute | ClosedRoute;

export const page = (template: string, values: Readonly<Record<string, unknown>> = {}, status = 200): Answer => ({
  kind: 'page',
  template,
  values,
  status,
});
export const go = (to: string, headers: Headers = {}): Answer => ({ kind: 'go', to, headers });
