import { randomBytes } from 'node:crypto';

/** 128 bits that nobody can guess. */
export const randomId = (): string => randomBytes(16).toString('base64url');
