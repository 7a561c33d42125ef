import type { Account, People as Port, Saved } from '../people.ts';
import { noSuchPerson } from '../tables/keys.ts';
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
import type { Database } from './database.ts';

const statements = (db: Database) => ({
  all: db.prepare<AccountRow>(SQL.all),
  byId: db.prepare<AccountRow>(SQL.byId),
  byLogin: db.prepare<AccountRow>(SQL.byLogin),
  insert: db.prepare(SQL.insert),
  update: db.prepare(SQL.update),
  step: db.prepare(SQL.step),
  note: db.prepare(SQL.note),
  invite: db.prepare(SQL.invite),
  invited: db.prepare<Pick<SessionRow, 'account'>>(SQL.invited),
  useInvite: db.prepare(SQL.useInvite),
  begin: db.prepare(SQL.begin),
  session: db.prepare<SessionRow>(SQL.session),
  touch: db.prepare(SQL.touch),
  end: db.prepare(SQL.end),
  endAll: db.prepare(SQL.endAll),
  pruneSessions: db.prepare(SQL.pruneSessions),
  pruneInvites: db.prepare(SQL.pruneInvites),
});

/** Who works at the desk. */
export class People {
  readonly port: Omit<Port, 'addActs' | 'acts' | 'sealActs' | 'sealedActs' | 'seals'>;
  readonly #context: Context;
  readonly #sql: ReturnType<typeof statements>;

  constructor(context: Context) {
    const { db } = context;
    const sql = statements(db);
    this.#context = context;
    this.#sql = sql;
    this.port = {
      accounts: () => db.read(() => sql.all.all().map((row) => this.#open(row))),
      account: (id) => db.read(() => this.#maybe(sql.byId.get(id))),
      accountByLogin: (login) => db.read(() => this.#maybe(sql.byLogin.get(login))),
      saveAccount: (account) => db.write(() => this.#save(account)),
      stepTotp: (id, step) => db.write(() => sql.step.run(step, id, step) === 1),
      noteSignIn: (id, failures, until) => db.write(() => void sql.note.run(failures, until, id)),
      addInvite: (hash, account, expiresAt) => db.write(() => void sql.invite.run(hash, account, expiresAt)),
      invited: (hash, now) => db.read(() => sql.invited.get(hash, now)?.account),
      redeem: (hash, now, account) => db.write(() => this.#redeem(hash, now, account)),
      addSession: (s) => db.write(() => void sql.begin.run(s.hash, s.account, s.createdAt, s.seenAt)),
      session: (hash) => db.read(() => openSession(sql.session.get(hash))),
      touchSession: (hash, seenAt) => db.write(() => void sql.touch.run(seenAt, hash, seenAt)),
      endSession: (hash) => db.write(() => void sql.end.run(hash)),
      pruneSessions: (created, seen, now) =>
        db.write(() => {
          sql.pruneSessions.run(created, seen);
          sql.pruneInvites.run(now);
        }),
    };
  }

  /** What cannot be saved leaves the invitation as it is: the one is only used up with the other. */
  #redeem(hash: string, now: number, account: Account): Saved | 'gone' {
    if (this.#sql.invited.get(hash, now)?.account !== account.id) return 'gone';
    const saved = this.#save(account);
    if (saved === 'saved') this.#sql.useInvite.run(hash, now, account.id);
    return saved;
  }

  #save(account: Account): Saved {
    const { id, login, role, branch, disabledAt, createdAt, version } = account;
    const owner = this.#sql.byLogin.get(login);
    if (owner && owner.id !== id) return 'loginTaken';
    const sealed = sealAccount(this.#context.keys.systemOrNew(createdAt), account);
    if (version === 0)
      return this.#sql.insert.run(id, login, role, branch, disabledAt, createdAt, sealed) === 1 ? 'saved' : 'stale';
    const before = this.#maybe(this.#sql.byId.get(id));
    if (this.#sql.update.run(login, role, branch, disabledAt, sealed, id, version) === 0 || !before) return 'stale';
    if (!mayGoOn(before, account)) this.#sql.endAll.run(id);
    return 'saved';
  }

  #maybe(row: AccountRow | undefined): Account | undefined {
    return row && this.#open(row);
  }

  #open(row: AccountRow): Account {
    const key = this.#context.keys.system();
    if (!key) throw noSuchPerson();
    return openAccount(key, row);
  }
}
