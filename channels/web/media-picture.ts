import { Refusal } from './errors.ts';

/** A picture whose container was read, not decoded. */
export interface Picture {
  /** Width × height as its headers claim; the largest where several do. */
  readonly pixels: number;
  /** The same picture without metadata. */
  readonly display: Buffer;
}

/** More parts than any camera or editor writes; a file made of millions would only cost memory. */
export const MAX_PARTS = 20_000;

export const broken = () => new Refusal(400, 'FileBroken', 'The file is incomplete or damaged.');
export const emptyFile = () => new Refusal(400, 'FileEmpty', 'The file is empty.');
export const notAllowed = () =>
  new Refusal(415, 'FileTypeNotAllowed', 'JPEG, PNG, WebP, PDF, M4A, AMR, MP3 and MP4 are taken, by content.');
