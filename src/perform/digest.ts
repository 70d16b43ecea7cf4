import { sha256 } from '../journal/chain.ts';

export { sha256 };

/**
 * The key of a form that nobody filled in: 32 hexadecimal digits that come from what it is about. The same gives the same, so that
 * whoever does it a second time has done it once.
 */
export const formFrom = (about: string): string => sha256(about).slice(0, 32);
