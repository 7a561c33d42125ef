/** Words as they are compared: one way of writing, and those of the trade by their sound. */
import { normal } from '../prompts/normal.ts';
import { spelt } from './homophones.ts';

export const plain = (text: string): string => spelt(normal(text).text).toLowerCase().trim();
