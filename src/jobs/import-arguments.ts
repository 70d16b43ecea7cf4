import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { rosterFileNames } from '../areas/people/contract.ts';
import type { ImportCommandOrder } from './import-order.ts';

const usage = 'npm run import -- FOLDER|--graph [--school ID] [--org ID-IN-THE-ROSTER] [--look] [--yes]';

const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => rosterFileNames.includes(name.toLowerCase()))
    .map((name) => ({ name: basename(name), content: readFileSync(join(folder, name), 'base64') }));

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
        graph: { type: 'boolean', default: false },
        look: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
      },
    });
    const [folder] = positionals;
    if (positionals.length !== (values.graph ? 0 : 1)) throw new Error('Name one folder, or --graph and none.');
    return {
      command: 'import',
      ...(folder !== undefined && { files: filesIn(folder) }),
      ...(values.school !== undefined && { school: values.school }),
      ...(values.org !== undefined && { org: values.org }),
      apply: !values.look,
      confirmed: values.yes,
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\nUse: ${usage}`, { cause: error });
  }
}
