/**
 * 现场: what to do at the scene, in the order 安全 → 120 → 122 → 保险公司 → 证据 → 等交警 (道路交通安全法 68, 70). One step from anywhere,
 * also from inside a report, and back.
 */
import { choice, orUnknown } from '../../prompts/index.ts';
import { road as roadWords } from '../../prompts/vocabulary.ts';
import * as words from '../../prompts/vocabularyScene.ts';
import { ask, type Flow, type Script, tell } from '../flow.ts';
import { legalNumber } from '../law.ts';

export const scene: Flow<null> = {
  name: 'scene',
  *script(start) {
    const asked = start.params.topic;
    if (typeof asked === 'string') {
      // “能私了吗”: the answer first; the card stays one tap away.
      if (asked === 'distance') yield* bothDistances();
      else yield* tell(`scene.topic.${asked}`, { calls: ['120', '122'] });
      // In the middle of something else the answer will do.
      if (start.params.brief !== true) yield* topics();
      return null;
    }
    yield* tell('scene.card', { calls: ['120', '122', 'insurer'] });
    const road = yield* ask('road', orUnknown(choice(roadWords)));
    if (road === 'unknown') yield* bothDistances();
    else yield* warningDistance(road);
    yield* topics();
    return null;
  },
};

/** How far back the warning triangle stands, by road (道路交通安全法实施条例 60; 道路交通安全法 68). */
function* warningDistance(road: 'road' | 'motorway' | 'offRoad'): Script<void> {
  if (road === 'offRoad') return yield* tell('scene.distance.offRoad');
  const kind = road === 'motorway' ? 'motorway' : 'ordinary';
  const least = yield* legalNumber(`scene.warning.${kind}.min`);
  const most = road === 'motorway' ? least : yield* legalNumber('scene.warning.ordinary.max');
  if (least === undefined || most === undefined) return yield* tell('scene.distance.missing', { calls: ['122'] });
  yield* tell(`scene.distance.${road}`, { values: { least, most } });
}

/** Asked from anywhere, the road unknown. */
function* bothDistances(): Script<void> {
  const least = yield* legalNumber('scene.warning.ordinary.min');
  const most = yield* legalNumber('scene.warning.ordinary.max');
  const motorway = yield* legalNumber('scene.warning.motorway.min');
  if (least === undefined || most === undefined || motorway === undefined)
    return yield* tell('scene.distance.missing', { calls: ['122'] });
  yield* tell('scene.distance.both', { values: { least, most, motorway }, calls: ['122'] });
}

/** Any number of short answers, until the person has enough. */
function* topics(): Script<void> {
  for (let n = 1; ; n += 1) {
    const topic = yield* ask(`topic.${n}`, choice(words.sceneTopic));
    if (topic === 'done') return;
    if (topic === 'photos') yield* photoList(n);
    else yield* tell(`scene.topic.${topic}`, { id: `topic.${n}` });
  }
}

/** The photo list: each one is ticked, what is missing stays on offer. */
function* photoList(round: number): Script<void> {
  const ticked: string[] = [];
  for (let n = 1; ; n += 1) {
    const left = words.shots.options.filter((shot) => shot === 'enough' || !ticked.includes(shot));
    if (left.length === 1) return yield* tell('scene.photosDone', { id: `photosDone.${round}` });
    const values = { ticked: ticked.length, left: left.length - 1 };
    const variant = n === 1 ? {} : { variant: 'more' };
    const shot = yield* ask(`topic.${round}.shot.${n}`, choice({ ...words.shots, options: left }), {
      values,
      ...variant,
    });
    if (shot === 'enough') return yield* tell('scene.photosEnough', { id: `photosEnough.${round}` });
    ticked.push(shot);
  }
}
