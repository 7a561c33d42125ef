/** `npm run desk:invite -- LOGIN`: a new link for an account, such as that of the only administrator who has lost her telephone. */
import { readConfig, readSettings } from '../config.ts';
import { invite } from '../desk/people/invitations.ts';
import { createTrail } from '../desk/people/trail.ts';
import { loadKek, signingKeyOf } from '../store/key.ts';
import { openStore } from '../store/open.ts';
import { misused, stopped } from './arguments.ts';

const USAGE = 'npm run desk:invite -- LOGIN';

/** Whoever may run programs on this machine may let somebody in; the trail says so. */
async function main([settings, login]: readonly string[]): Promise<void> {
  if (!login) return misused(USAGE, 'Whose account?');
  if (settings) readSettings(settings);
  const config = readConfig(process.env);
  const kek = await loadKek(config);
  const { store } = await openStore(config, { kek });
  try {
    const account = await store.accountByLogin(login.toLowerCase());
    if (!account) throw new Error(`No account is called ${login}.`);
    const trail = createTrail(store, Date.now);
    await trail.note('system', 'account.reset', account.id);
    // Her sessions end, and nobody signs in with what she had.
    const saved = await store.saveAccount({ ...account, password: null, totp: null, disabledAt: null });
    if (saved !== 'saved') throw new Error('The account was changed at the same moment: try again.');
    const path = await invite({ store, trail, key: signingKeyOf(kek), now: Date.now }, account.id);
    process.stdout.write(
      `Works once, within 72 hours: ${config.publicUrl ?? `http://${config.host}:${config.port}`}${path}\n`,
    );
  } finally {
    await store.close();
  }
}

await main(process.argv.slice(2)).catch((error: unknown) => stopped(error, 1));
