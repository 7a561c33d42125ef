/** Where the page's tests find a server. The one place to change when the real one takes the stub's part. */
import { type Running, startStub } from './stub.ts';

export type { Running } from './stub.ts';

/** A server on a free port, or on `port` again after a stop: conversations survive in between. */
export const startServer = (port = 0): Promise<Running> => startStub(port);
