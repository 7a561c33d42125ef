/** Every route of the desk and who may use it. test/desk walks all of them with every role. */
import { decideAdvance } from '../claim/decideAdvance.ts';
import { claimPage } from '../claim/page.ts';
import { recordEvent } from '../claim/record.ts';
import { revealParty } from '../claim/reveal.ts';
import { audit } from '../pages/audit.ts';
import { conversation, lines, openLines, reveal, side, take } from '../pages/conversation.ts';
import { adopt, correct } from '../pages/correct.ts';
import { file } from '../pages/files.ts';
import { askWhom, letIn, shutOut } from '../pages/letting.ts';
import { live } from '../pages/live.ts';
import { mine, saveLanguages, savePassword, saveReach } from '../pages/me.ts';
import { passed } from '../pages/passed.ts';
import { changePerson, invitePerson, people } from '../pages/people.ts';
import { badge, presence, queue, queueList } from '../pages/queue.ts';
import { assign } from '../pages/reports.ts';
import { find, search } from '../pages/search.ts';
import { sendFile } from '../pages/send.ts';
import { accept as acceptInvitation, door, enter, invitation, leave, toDoor } from '../pages/signIn.ts';
import { asset } from '../pages/statics.ts';
import {
  accept,
  askWhich,
  call,
  close,
  handBack,
  keepPromise,
  lookedAfter,
  note,
  promise,
  say,
  takeItOver,
  transfer,
  typing,
} from '../pages/talk.ts';
import { finishTicket, takeTicket } from '../pages/tickets.ts';
import { release, returnIt, withdraw } from '../proposed/decide.ts';
import { proposalPage } from '../proposed/page.ts';
import { lookAtDraft, settlementPage } from '../settlement/page.ts';
import { recordSettlement } from '../settlement/record.ts';
import type { Route } from './visit.ts';

const base = '/workbench';
const one = `${base}/c/:id`;
const claim = `${base}/k/:claim`;

export const ROUTES: readonly Route[] = [
  { method: 'GET', path: base, who: 'anyone', handle: door },
  { method: 'GET', path: `${base}/`, who: 'anyone', handle: toDoor },
  { method: 'POST', path: `${base}/sign-in`, who: 'anyone', handle: enter },
  { method: 'POST', path: `${base}/sign-out`, who: 'anyone', handle: leave },
  { method: 'GET', path: `${base}/setup/:secret`, who: 'anyone', handle: invitation },
  { method: 'POST', path: `${base}/setup/:secret`, who: 'anyone', handle: acceptInvitation },
  { method: 'GET', path: `${base}/static/:name`, who: 'anyone', handle: asset },

  { method: 'GET', path: `${base}/queue`, who: 'look', handle: queue },
  { method: 'GET', path: `${base}/queue/list`, who: 'look', handle: queueList, passive: true },
  { method: 'GET', path: `${base}/queue/badge`, who: 'look', handle: badge, passive: true },
  { method: 'GET', path: `${base}/passed`, who: 'act', handle: passed, passive: true },
  { method: 'GET', path: `${base}/search`, who: 'look', handle: search },
  { method: 'POST', path: `${base}/search`, who: 'look', handle: find },
  { method: 'GET', path: `${base}/live`, who: 'look', handle: live, passive: true },
  { method: 'POST', path: `${base}/presence`, who: 'act', handle: presence },
  { method: 'POST', path: `${base}/tickets/:ticket/take`, who: 'act', handle: takeTicket },
  { method: 'POST', path: `${base}/tickets/:ticket/done`, who: 'act', handle: finishTicket },

  { method: 'GET', path: one, who: 'look', handle: conversation },
  { method: 'GET', path: `${one}/lines`, who: 'look', handle: lines, passive: true },
  { method: 'GET', path: `${one}/side`, who: 'look', handle: side, passive: true },
  { method: 'GET', path: `${one}/take`, who: 'act', handle: take, passive: true },
  { method: 'GET', path: `${one}/live`, who: 'look', handle: live, passive: true },
  { method: 'GET', path: `${one}/files/:file`, who: 'look', handle: file },
  { method: 'POST', path: `${one}/reveal`, who: 'act', handle: reveal },
  { method: 'POST', path: `${one}/open`, who: 'act', handle: openLines },
  { method: 'POST', path: `${one}/accept`, who: 'act', handle: accept },
  { method: 'POST', path: `${one}/take-over`, who: 'act', handle: takeItOver },
  { method: 'POST', path: `${one}/say`, who: 'act', handle: say },
  { method: 'POST', path: `${one}/send`, who: 'act', handle: sendFile, bytes: true },
  { method: 'POST', path: `${one}/note`, who: 'act', handle: note },
  { method: 'POST', path: `${one}/promise`, who: 'act', handle: promise },
  { method: 'POST', path: `${one}/kept`, who: 'act', handle: keepPromise },
  { method: 'POST', path: `${one}/looked-after`, who: 'act', handle: lookedAfter },
  { method: 'POST', path: `${one}/which`, who: 'act', handle: askWhich },
  { method: 'POST', path: `${one}/correct`, who: 'act', handle: correct },
  { method: 'POST', path: `${one}/adopt`, who: 'act', handle: adopt },
  { method: 'POST', path: `${one}/let-in/whom`, who: 'act', handle: askWhom },
  { method: 'POST', path: `${one}/let-in`, who: 'act', handle: letIn },
  { method: 'POST', path: `${one}/shut-out`, who: 'act', handle: shutOut },
  { method: 'POST', path: `${one}/call`, who: 'act', handle: call },
  { method: 'POST', path: `${one}/assign`, who: 'lead', handle: assign },
  { method: 'POST', path: `${one}/typing`, who: 'act', handle: typing },
  { method: 'POST', path: `${one}/transfer`, who: 'act', handle: transfer },
  { method: 'POST', path: `${one}/hand-back`, who: 'act', handle: handBack },
  { method: 'POST', path: `${one}/close`, who: 'act', handle: close },

  { method: 'GET', path: `${base}/k/:claim`, who: 'look', handle: claimPage },
  { method: 'POST', path: `${base}/k/:claim/record`, who: 'act', handle: recordEvent },
  { method: 'POST', path: `${base}/k/:claim/reveal`, who: 'act', handle: revealParty },
  { method: 'GET', path: `${claim}/settlement/:victim`, who: 'act', handle: settlementPage },
  { method: 'POST', path: `${claim}/settlement/:victim`, who: 'act', handle: lookAtDraft },
  { method: 'POST', path: `${claim}/settlement/:victim/record`, who: 'act', handle: recordSettlement },
  { method: 'POST', path: `${claim}/advance`, who: 'act', handle: decideAdvance },
  { method: 'GET', path: `${claim}/proposal/:proposal`, who: 'look', handle: proposalPage },
  { method: 'POST', path: `${claim}/release`, who: 'release', handle: release },
  { method: 'POST', path: `${claim}/return`, who: 'release', handle: returnIt },
  { method: 'POST', path: `${claim}/withdraw`, who: 'act', handle: withdraw },

  { method: 'GET', path: `${base}/me`, who: 'look', handle: mine },
  { method: 'POST', path: `${base}/me/reach`, who: 'look', handle: saveReach },
  { method: 'POST', path: `${base}/me/languages`, who: 'look', handle: saveLanguages },
  { method: 'POST', path: `${base}/me/password`, who: 'look', handle: savePassword },

  { method: 'GET', path: `${base}/audit`, who: 'audit', handle: audit },
  { method: 'GET', path: `${base}/people`, who: 'people', handle: people },
  { method: 'POST', path: `${base}/people`, who: 'people', handle: invitePerson },
  { method: 'POST', path: `${base}/people/:account`, who: 'people', handle: changePerson },
];
