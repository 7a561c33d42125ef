/** Parts of the day: “凌晨”, “下午”, “傍晚”, “last night”. */
import { FirstOf, SignClass } from './matches.ts';
import type { Part } from './time-pieces.ts';

/** From and to in minutes of the day (to is not included); the night reaches into the next morning. */
export const PARTS: Readonly<Record<Part, readonly [number, number]>> = {
  dawn: [0, 360],
  morning: [300, 660],
  forenoon: [360, 720],
  noon: [660, 840],
  afternoon: [720, 1_140],
  dusk: [990, 1_200],
  evening: [1_080, 1_440],
  night: [1_080, 1_800],
};
const PART_WORDS = new FirstOf<Part>([
  [/凌晨|拂晓|天(?:还)?没亮|后半夜|下半夜|small hours|early hours/y, 'dawn'],
  [
    /大?清早上?|清晨|早晨|早上|一大早上?|大早上|一早|朝早|早饭[后前时]|天(?:刚|才|快|蒙蒙)亮|晨间?|(?:in the )?(?:early )?morning|早(?=\d|[一二三四五六七八九十]{1,3}点|高峰|$|[,。 ])/y,
    'morning',
  ],
  [/上午|午前|上昼|[前头]半?晌/y, 'forenoon'],
  [/中午头?|正午|晌午|午间|中饭[后前时]?|午饭[后前时]|(?:at )?noon|midday|午(?=饭)/y, 'noon'],
  [/下午|午后|后半?晌|下昼|(?:in the )?afternoon/y, 'afternoon'],
  [/傍晚|黄昏|擦黑|天快黑|傍黑|dusk/y, 'dusk'],
  [/大?晚上(?!好)|晚饭[后前时]|晚间|夜晚|夜间|入夜|当晚|(?:in the )?evening/y, 'evening'],
  [
    /大?半夜(?:三更)?|深夜|夜里头?|夜半|大?夜里|午夜|前半夜|上半夜|三更半夜|(?:at )?midnight|(?:at )?night(?![a-z])/y,
    'night',
  ],
  [/晚(?!了|点|些|安|报|会|饭后|辈|期|婚|年)/y, 'evening'],
  [/夜(?![市宵班车总校])/y, 'night'],
]);

export interface PartReading {
  readonly part: Part;
  readonly end: number;
}

/** First characters of everything below; most places of a text have none of them. */
const STARTS = new SignClass(/[凌拂天后下大清早一晨朝上午中正晌傍黄擦晚夜入当半深三前iasmnedl]/);

/** “再早一点” is no part of a day and no one o'clock; “昨晚一点” is. */
export function isABit(text: string, place: number): boolean {
  const from = Math.max(0, place - 1);
  return (LATE.at(text, from) || LATE.at(text, from + 1)) && A_BIT.test(text.slice(from, place + 4));
}
const LATE = new SignClass(/[早晚]/);
const A_BIT = /^(?:[^今昨前当每明天])?[早晚]一点(?![半多一二三四五钟整过\d])/;

export function readPart(text: string, place: number): PartReading | undefined {
  if (!STARTS.at(text, place) || isABit(text, place)) return undefined;
  const found = PART_WORDS.at(text, place);
  return found && { part: found.means, end: place + found.match[0].length };
}
