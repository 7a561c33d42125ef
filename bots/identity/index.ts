/**
 * Who is asking. For the endings of dialogs (bots/endings.ts); nothing here says a word. In order:
 *
 * 1. `locate(text, before)` reads what a message names (number, plate, phone, the last four signs of an ID or phone) and adds it
 *    to what was named before. It looks nothing up. `lacks` says what to ask for next; undefined: a code can be sent.
 * 2. `requestCode(scope, named, as)` asks for a code. What it answers follows from this conversation and from what was typed,
 *    never from what exists: no claim is looked at. A job of this turn's commit finds the claim and sends the code.
 *    In words: if this phone is on that claim, a code is on its way.
 * 3. `checkCode(scope, digits)` counts a guess, durably and at once; a turn that runs again is not counted twice. `right`: the
 *    grants are in the state and the claims bound to this conversation. Several claims: ask which.
 * 4. `grantsOf(scope)` are the grants that stand; `viewerOf(grant, facts)` says who that is for claims/visible.ts (undefined:
 *    nobody any more), and `isFresh(scope, grant)` whether money and medical data may be shown; else `requestCode` again.
 * 5. `admit(scope, …)` is a colleague's grant with recorded proof: a relative of somebody in a coma, or an agent. `shutOut` takes
 *    it back.
 *
 * `keepAlive` is called by bots/turn.ts, and `CodeJobs` by the schedule.
 */
export { viewerOf } from '../../claims/identity/parties.ts';
export type { As, Grant, Identity, Relation } from '../../claims/identity/types.ts';
export { admit, shutOut } from './admit.ts';
export { checkCode } from './check.ts';
export { plainNumber } from './find.ts';
export { grantFor, grantsOf, isFresh, keepAlive } from './grants.ts';
export { locate } from './locate.ts';
export { requestCode } from './request.ts';
export type { Admission, Asked, Checked, IdentityDeps, Located, Named, NotAdmitted } from './types.ts';
