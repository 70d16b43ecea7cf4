import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { UseCase, View } from '../../src/perform/types.ts';

export type AnyView = View<object, unknown, unknown>;
export type AnyUseCase = UseCase<unknown, unknown, unknown>;

const room = join(import.meta.dirname, '../../src/areas');

/** Everything that any file of any area exports: what is built later is found as well. */
async function everythingExported(): Promise<readonly object[]> {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const modules = await Promise.all(files.map((name) => import(join(room, name)) as Promise<object>));
  const exported = modules.flatMap((one) => Object.values(one) as unknown[]);
  return [...new Set(exported.filter((one) => typeof one === 'object' && one !== null))];
}

/** Every view that any area has. */
export const everyView = async (): Promise<readonly AnyView[]> =>
  (await everythingExported()).filter((one): one is AnyView => 'verb' in one && 'present' in one);

/** Every act that any area has; those that are made for one call by a function are not among them. */
export const everyUseCase = async (): Promise<readonly AnyUseCase[]> =>
  (await everythingExported()).filter((one): one is AnyUseCase => 'verb' in one && 'decide' in one);
