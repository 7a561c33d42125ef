import { link } from './chat.js';
import { clearDraft } from './composer.js';
import { $ } from './dom.js';
import { send } from './http.js';
import { clearLog } from './log.js';
import { forgetKept } from './offline.js';
import { forgetSettings } from './settings.js';
import { t } from './words.js';

/**
 * “这不是我的手机”: the server revokes this phone first; only then is everything here removed.
 * @returns {Promise<boolean>} whether it is done; without network it is not, and is said so
 */
export async function forget() {
  try {
    await send('POST', '/api/chat/forget', {});
  } catch {
    $('forget-problem').textContent = t('forget.offline');
    return false;
  }
  await link.leave();
  clearLog();
  clearDraft();
  forgetSettings();
  await forgetKept();
  return true;
}
