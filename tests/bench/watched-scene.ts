import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startScene, type Scene, type SceneOptions } from './scene.ts';
import { underStrace } from './strace.ts';

/** The product under strace. */
export interface WatchedScene extends Scene {
  /** What strace wrote so far. */
  trace(): string;
}

export async function startWatchedScene(options: SceneOptions = {}): Promise<WatchedScene> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-trace-'));
  const file = join(folder, 'trace');
  const forget = () => rmSync(folder, { recursive: true });
  try {
    const scene = await startScene({ ...options, watchedBy: underStrace(file) });
    return {
      ...scene,
      trace: () => readFileSync(file, 'utf8'),
      async end(how) {
        await scene.end(how);
        forget();
      },
    };
  } catch (error) {
    forget();
    throw error;
  }
}
