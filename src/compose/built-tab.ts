import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built tab lies. */
export const builtTab = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'tab');
