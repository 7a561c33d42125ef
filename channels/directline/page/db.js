/** @typedef {import('./types.d.ts').Item} Item */
/** @typedef {import('./types.d.ts').Store} Store */

const NAME = 'lipei';
const TABLE = 'outbox';

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(TABLE, { keyPath: 'id' });
  return done(request);
}

/** @returns {Store} the outbox for a browser that refuses a database: it lasts as long as the page */
export function memoryStore() {
  /** @type {Map<string, Item>} */
  const items = new Map();
  return {
    all: async () => [...items.values()],
    put: async (item) => void items.set(item.id, item),
    remove: async (id) => void items.delete(id),
    clear: async () => items.clear(),
  };
}

/** @returns {Promise<Store>} what waits to be sent, kept on this device */
export async function openStore() {
  try {
    const db = await open();
    /** @param {IDBTransactionMode} mode */
    const table = (mode) => db.transaction(TABLE, mode).objectStore(TABLE);
    return {
      all: () => done(table('readonly').getAll()),
      put: async (item) => void (await done(table('readwrite').put(item))),
      remove: (id) => done(table('readwrite').delete(id)),
      clear: () => done(table('readwrite').clear()),
    };
  } catch {
    return memoryStore();
  }
}
