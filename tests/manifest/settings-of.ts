import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Settings of `env/.env.<name>`. */
export const settingsOf = (name: string): NodeJS.Dict<string> => parseEnv(readFileSync(`env/.env.${name}`, 'utf8'));

/**
 * A manifest with each `${{NAME}}` replaced by that setting, as Microsoft's toolkit does.
 * @throws Error for a name that the environment does not have
 */
export function fillManifest(text: string, settings: NodeJS.Dict<string>): string {
  return text.replaceAll(/\$\{\{(\w+)\}\}/g, (_whole, name: string) => {
    const value = settings[name];
    if (!value) throw new Error(`the manifest asks for ${name}, which is not set`);
    return value;
  });
}
