/** A Bot Framework activity → what a person sent. */
import type { Activity } from 'botbuilder';
import type { Input } from '../prompts/kind.ts';
import type { FileRecord } from '../store/ports.ts';

export function inputOf(activity: Activity): Input {
  const data: Readonly<Record<string, unknown>> = activity.channelData ?? {};
  const files = (data.files ?? []) as readonly FileRecord[];
  const place = activity.entities?.find((entity) => entity.type === 'GeoCoordinates');
  const location = place ? { location: { latitude: Number(place.latitude), longitude: Number(place.longitude) } } : {};
  const { change, flow } = data;
  return {
    text: (activity.text ?? '').trim(),
    files: files.map(({ id, type, name, size, sha256 }) => ({ id, type, name, size, sha256 })),
    ...location,
    ...(typeof change === 'string' && typeof flow === 'string' ? { change: { flow, question: change } } : {}),
  };
}
