import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { appPackage } from './app-package.ts';

/** `npm run pack [-- <environment>]`: makes the Teams app package of an environment, `local` when none is named. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const environment = process.argv[2] ?? 'local';

const settingsIn = (file: string) => (existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {});

try {
  const file = join(root, 'env', `.env.${environment}`);
  if (!/^[a-z0-9-]+$/.test(environment) || !existsSync(file)) throw new Error(`there is no env/.env.${environment}`);
  const made = await appPackage(join(root, 'appPackage'), { ...settingsIn(file), ...settingsIn(`${file}.user`) });
  const target = join('dist', 'pack', `lantern-${environment}.zip`);
  mkdirSync(dirname(join(root, target)), { recursive: true });
  writeFileSync(join(root, target), made);
  console.log(`${target}: ${made.length} bytes. Upload it in the Teams admin centre > Teams apps > Manage apps.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
