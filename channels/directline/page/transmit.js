import { language } from './settings.js';

/**
 * One try to send one item.
 * @param {import('./directline.js').DirectLine} line
 * @param {import('./types.d.ts').Item} item
 * @param {(part: number) => void} onProgress how much of a file has left, 0 to 1
 */
export async function transmit(line, { id, at, draft }, onProgress) {
  const common = {
    locale: language(),
    localTimestamp: new Date(at).toISOString(),
    channelData: { clientActivityID: id, ...(draft.kind === 'message' ? draft.about : undefined) },
  };
  if (draft.kind === 'event') return line.post({ ...common, type: 'event', name: draft.name, value: draft.value });
  if (draft.kind === 'message') {
    const entities = draft.entities ? { entities: draft.entities } : {};
    return line.post({ ...common, type: 'message', text: draft.text, ...entities });
  }
  const file = new File([draft.bytes], draft.name, { type: draft.type });
  return line.upload({ ...common, type: 'message' }, file, onProgress);
}
