/** What stands in a stored activity's `contentUrl` for one of our files; each channel turns it into a link of its own. */
import type { FileId } from '../store/ports.ts';

const SCHEME = 'file:';

export const fileUrl = (id: FileId): string => `${SCHEME}${id}`;

export const fileIdOf = (url: unknown): FileId | undefined =>
  typeof url === 'string' && url.startsWith(SCHEME) ? (url.slice(SCHEME.length) as FileId) : undefined;
