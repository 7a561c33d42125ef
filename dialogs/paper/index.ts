/** “这张是什么”: which paper of the list the pages are that were sent. */
import { paper as aPaper } from '../../prompts/index.ts';
import { ask, type Flow } from '../flow.ts';

export interface Filing {
  /** `none`: kept as they are. */
  readonly document: string;
}

export const paper: Flow<Filing> = {
  name: 'paper',
  *script({ params }) {
    const offered = (params.offered ?? []) as readonly string[];
    const document = yield* ask('which', aPaper(offered, (params.listed ?? []) as readonly string[]));
    return { document };
  },
};
