import type { Filing } from '../sharepoint/filing.ts';

/**
 * Files what the seed has made until nothing is left to file, so that nobody's first screen is a wall of “received”.
 * @returns acts that were filed
 */
export async function fileSeed(filing: Pick<Filing, 'runOnce'>): Promise<number> {
  let filed = 0;
  for (let left = -1; left !== 0; filed += left) left = await filing.runOnce();
  return filed;
}
