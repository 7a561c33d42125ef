/**
 * The door for everything that is posted. Messages stand in line behind it, where the line can be seen, and not in front of
 * the house, where it cannot: of those who want to be connected the event loop lets in one a pass. So passes are made as long
 * as somebody still comes, and then the first few in line are served. Who finds no place, or has stood too long, is told to
 * come again before anything is read or kept; who was let in is answered soon.
 */
import type { Next, Request, Response, Server } from 'restify';
import { fail, later } from './errors.ts';

export interface DoorDeps {
  /** How many calls to the store have no answer yet. */
  readonly waiting: () => number;
  /** Somebody was turned away. */
  readonly refused: () => void;
}

interface Waiting {
  readonly since: number;
  /** How long we had been away by then. */
  readonly away: number;
  readonly enter: () => void;
  readonly refuse: () => void;
}

/** Places in line. */
const PLACES = 256;
/** Milliseconds that somebody may stand there: with what a busy store may take, a sender hears within four seconds. */
const PATIENCE = 400;
/** Calls to the store at once, of which a message needs about five: more would only wait for each other. */
const MOST = 100;
/** So many are let in, then we look outside. */
const AT_ONCE = 16;
/** Looking outside may take half as long as serving did, in milliseconds at least so much. */
const LEAST = 2;
/** Between two looks so many milliseconds at most; more, and something else kept us: who waits meanwhile is not sent away for it. */
const AWAY = 150;
/** Milliseconds until we look again where the store has enough to do. */
const PAUSE = 5;

export class Line {
  readonly #deps: DoorDeps;
  #line: Waiting[] = [];
  #closed = false;
  /** Whether a look is planned. */
  #awake = false;
  /** Who came, and how many of them had come by the last pass. */
  #came = 0;
  #counted = 0;
  #outsideSince = 0;
  #outsideFor = LEAST;
  #lastLook = 0;
  #away = 0;

  constructor(deps: DoorDeps) {
    this.#deps = deps;
  }

  /** Calls one of the two: at once where there is no place, else when its turn has come. */
  stand(enter: () => void, refuse: () => void): void {
    this.#came += 1;
    const one = { since: performance.now(), away: this.#away, enter, refuse };
    if (this.#closed || this.#line.length >= PLACES) {
      this.#turnAway(one);
      return;
    }
    this.#line.push(one);
    if (this.#awake) return;
    this.#awake = true;
    this.#lastLook = one.since;
    this.#lookOutside(LEAST);
  }

  /** Somebody was connected: she will speak in the next pass. */
  knock(): void {
    this.#came += 1;
  }

  /** Nobody is let in any more: who comes again finds another process, or this one after its start. */
  close(): void {
    this.#closed = true;
    for (const one of this.#line) this.#turnAway(one);
    this.#line = [];
  }

  #turnAway(one: Waiting): void {
    this.#deps.refused();
    one.refuse();
  }

  #lookOutside(atMost: number): void {
    this.#outsideSince = performance.now();
    this.#outsideFor = atMost;
    setImmediate(() => this.#pass());
  }

  #pass(): void {
    const now = performance.now();
    if (now - this.#lastLook > AWAY) this.#away += now - this.#lastLook;
    this.#lastLook = now;
    const more = this.#came > this.#counted && now - this.#outsideSince < this.#outsideFor;
    this.#counted = this.#came;
    if (more) {
      setImmediate(() => this.#pass());
      return;
    }
    const entered = this.#serve(now);
    this.#awake = this.#line.length > 0;
    if (!this.#awake) return;
    // What needs nobody else has been done by then, however long it took.
    const next = (): void => this.#lookOutside(Math.max(LEAST, (performance.now() - now) / 2));
    if (entered > 0) setImmediate(next);
    else setTimeout(next, PAUSE);
  }

  /** Returns how many were let in. */
  #serve(now: number): number {
    let entered = 0;
    for (let first = this.#line[0]; first && entered < AT_ONCE; first = this.#line[0]) {
      const late = now - first.since - (this.#away - first.away) > PATIENCE;
      if (!late && this.#deps.waiting() >= MOST) break;
      this.#line.shift();
      if (late) this.#turnAway(first);
      else first.enter();
      if (!late) entered += 1;
    }
    return entered;
  }
}

/** `except`: paths that are let in at once. What is only read does not come through here. */
export function mountDoor(server: Server, deps: DoorDeps, except: readonly string[]): { close(): void } {
  const line = new Line(deps);
  server.server.on('connection', () => line.knock());
  server.pre((req: Request, res: Response, next: Next) => {
    if (req.method !== 'POST' || except.includes(req.url ?? '')) return next();
    const refuse = (): void => {
      fail(req, res, later(), () => {});
      next(false);
    };
    line.stand(() => next(req.socket.destroyed ? false : undefined), refuse);
  });
  return line;
}
