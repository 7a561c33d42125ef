/** The kinds of question. */
export { type Casualties, casualties } from './casualties.ts';
export { choice, type Vocabulary } from './choice.ts';
export { count } from './count.ts';
export { type Flag, flagsIn, tellsAccident } from './flags.ts';
export { hospital } from './hospital.ts';
export { idNumber } from './id-number.ts';
export { type Money, money } from './money.ts';
export { name } from './name.ts';
export { orUnknown } from './or-unknown.ts';
export { type OtherSide, otherSide } from './other-side.ts';
export { phone } from './phone.ts';
export { photo } from './photo.ts';
export { inBeijing, type Place, place } from './place.ts';
export { plate } from './plate.ts';
export { ownPlate, type PlateSides, plateSides } from './plate-sides.ts';
export { text } from './text.ts';
export { type TimeSpan, time } from './time.ts';
export { yesNo } from './yes-no.ts';
