import { bundled } from '../../src/local/bundled.ts';

/** The product in one file: a hundred kills are a hundred starts. @returns the file */
export const bundledLantern = (): Promise<string> => bundled('tests/crash/programs/lantern.ts', 'crash');
