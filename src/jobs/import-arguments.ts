import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { rosterFileNames } from '../areas/people/contract.ts';
import type { ImportCommandOrder } from './import-order.ts';

const usage = 'npm run import -- FOLDER [--school ID] [--org ID-IN-THE-FILES] [--look] [--yes]';

/**
 * Reads the import command's arguments, and the folder that they name.
 * @throws Error that says how it is used
 */
export function readImportArguments(args: readonly string[]): ImportCommandOrder {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        school: { type: 'string' },
        org: { type: 'string' },
        look: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
      },
    });
    const [folder] = positionals;
    if (folder === undefined || positionals.length > 1) throw new Error('Name one folder.');
    const names = readdirSync(folder).filter((name) => rosterFileNames.includes(name.toLowerCase()));
    return {
      command: 'import',
      files: names.map((name) => ({ name: basename(name), content: readFileSync(join(folder, name), 'base64') })),
      ...(values.school !== undefined && { school: values.school }),
      ...(values.org !== undefined && { org: values.org }),
      apply: !values.look,
      confirmed: values.yes,
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\nUse: ${usage}`, { cause: error });
  }
}
