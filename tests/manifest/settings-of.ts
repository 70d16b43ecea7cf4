import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Settings of `env/.env.<name>`. */
export const settingsOf = (name: string): NodeJS.Dict<string> => parseEnv(readFileSync(`env/.env.${name}`, 'utf8'));
