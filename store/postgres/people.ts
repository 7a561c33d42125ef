import type { Account, People as Port, Saved } from '../people.ts';
import {
  type AccountRow,
  mayGoOn,
  openAccount,
  openSession,
  type SessionRow,
  SQL,
  sealAccount,
} from '../tables/people.ts';
import type { Context } from './context.ts';
import { findKey, systemKeyOrNew } from './owners.ts';
import { sql } from './statement.ts';
import type { Reads, Tx } from './transaction.ts';

const all = sql<AccountRow>(SQL.all);
const byId = sql<AccountRow>(SQL.byId);
const lockById = sql<AccountRow>(`${SQL.byId} FOR UPDATE`);
const byLogin = sql<AccountRow>(SQL.byLogin);
const insert = sql(SQL.insert);
const update = sql(SQL.update);
const step = sql(SQL.step);
const note = sql(SQL.note);
const invite = sql(SQL.invite);
const invited = sql<Pick<SessionRow, 'account'>>(SQL.invited);
const useInvite = sql(SQL.useInvite);
const begin = sql(SQL.begin);
const session = sql<SessionRow>(SQL.session);
const touch = sql(SQL.touch);
const end = sql(SQL.end);
const endAll = sql(SQL.endAll);
const pruneSessions = sql(SQL.pruneSessions);
const pruneInvites = sql(SQL.pruneInvites);

/** Who works at the desk. */
export class People {
  readonly port: Omit<Port, 'addActs' | 'acts' | 'sealActs' | 'sealedActs' | 'seals'>;
  readonly #context: Context;

  constructor(context: Context) {
    const { db } = context;
    this.#context = context;
    this.port = {
      accounts: () => db.read(async (reads) => this.#openAll(reads, await reads.all(all))),
      account: (id) => db.read(async (reads) => this.#maybe(reads, await reads.get(byId, id))),
      accountByLogin: (login) => db.read(async (reads) => this.#maybe(reads, await reads.get(byLogin, login))),
      saveAccount: (account) => db.write((tx) => this.#save(tx, account)),
      stepTotp: (id, at) => db.write(async (tx) => (await tx.run(step, at, id, at)) === 1),
      noteSignIn: (id, failures, until) => db.write(async (tx) => tx.send(note, failures, until, id)),
      addInvite: (hash, account, expiresAt) => db.write(async (tx) => tx.send(invite, hash, account, expiresAt)),
      invited: async (hash, now) => (await db.get(invited, hash, now))?.account,
      redeem: (hash, now, account) => db.write((tx) => this.#redeem(tx, hash, now, account)),
      addSession: (s) => db.write(async (tx) => tx.send(begin, s.hash, s.account, s.createdAt, s.seenAt)),
      session: async (hash) => openSession(await db.get(session, hash)),
      touchSession: (hash, seenAt) => db.write(async (tx) => tx.send(touch, seenAt, hash, seenAt)),
      endSession: (hash) => db.write(async (tx) => tx.send(end, hash)),
      pruneSessions: (created, seen, now) =>
        db.write(async (tx) => {
          tx.send(pruneSessions, created, seen);
          tx.send(pruneInvites, now);
        }),
    };
  }

  /** The account is locked first: of two who follow one link only one finds it unused. */
  async #redeem(tx: Tx, hash: string, now: number, account: Account): Promise<Saved | 'gone'> {
    await tx.get(lockById, account.id);
    if ((await tx.get(invited, hash, now))?.account !== account.id) return 'gone';
    const saved = await this.#save(tx, account);
    if (saved === 'saved') tx.send(useInvite, hash, now, account.id);
    return saved;
  }

  async #save(tx: Tx, account: Account): Promise<Saved> {
    const { id, login, role, branch, disabledAt, createdAt, version } = account;
    const owner = await tx.get(byLogin, login);
    if (owner && owner.id !== id) return 'loginTaken';
    const sealed = sealAccount(await systemKeyOrNew(this.#context.keys, tx, 'system', createdAt), account);
    if (version === 0)
      return (await tx.run(insert, id, login, role, branch, disabledAt, createdAt, sealed)) === 1 ? 'saved' : 'stale';
    const before = await this.#maybe(tx, await tx.get(lockById, id));
    if (!before || (await tx.run(update, login, role, branch, disabledAt, sealed, id, version)) === 0) return 'stale';
    if (!mayGoOn(before, account)) tx.send(endAll, id);
    return 'saved';
  }

  async #maybe(reads: Reads, row: AccountRow | undefined): Promise<Account | undefined> {
    return row && (await this.#openAll(reads, [row]))[0];
  }

  async #openAll(reads: Reads, rows: readonly AccountRow[]): Promise<Account[]> {
    const key = rows.length > 0 ? await findKey(this.#context.keys, reads, 'system', 'system') : undefined;
    return key ? rows.map((row) => openAccount(key, row)) : [];
  }
}
