/** Whether this browser can keep the page for a time without network: over https or on localhost only. */
export const canKeep = () => 'serviceWorker' in navigator && isSecureContext;

/** Keeps the page, its words and the scene card on this device. */
export async function keep() {
  if (canKeep()) await navigator.serviceWorker.register('/sw.js').catch(() => {});
}

/**
 * Whether a part of the page will be there without network; waits for the first keeping of it to end.
 * @param {string} path
 */
export async function isKept(path) {
  if (!canKeep() || !('caches' in window)) return false;
  const registered = await navigator.serviceWorker.getRegistration();
  if (registered) await navigator.serviceWorker.ready;
  return (await caches.match(path)) !== undefined;
}

/** Removes what was kept of the page. */
export async function forgetKept() {
  if (!('caches' in window)) return;
  for (const name of await caches.keys()) await caches.delete(name);
}
