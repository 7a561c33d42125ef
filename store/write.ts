import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { io } from './failpoints.ts';

/** Writes a new file that only its owner may read, and returns when the disk has it. The name must be free. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  io('file.write');
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    io('file.sync');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a new or renamed entry of this path's folder survive a power loss. */
export async function syncFolderOf(path: string): Promise<void> {
  // Windows cannot open folders and needs no such step.
  if (process.platform === 'win32') return;
  io('file.syncFolder');
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
