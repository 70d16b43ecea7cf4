import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kernel } from '../support/kernel.ts';

/** A disk that can be filled and given room again. */
export interface SmallDisk {
  readonly folder: string;
  /** `true`: a file system of its own. Else nobody may mount one here, and SQLite itself is told that there is no room. */
  readonly real: boolean;
  fill(kernel: Kernel): void;
  giveRoom(kernel: Kernel): void;
  remove(): void;
}

const megabytes = 12;

export function smallDisk(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-small-'));
  const filler = join(folder, 'filler');
  const real = mounted(folder);
  const pages = ({ database }: Kernel) => Number(database.sqlite.pragma('page_count', { simple: true }));
  return {
    folder,
    real,
    fill(kernel) {
      if (!real) return void kernel.database.sqlite.pragma(`max_page_count=${pages(kernel)}`);
      // In ever smaller pieces, to the last page.
      for (let bytes = 1_048_576; bytes >= 512; bytes /= 2) {
        try {
          for (;;) writeFileSync(filler, Buffer.alloc(bytes), { flag: 'a' });
        } catch {
          // No room for so much.
        }
      }
    },
    giveRoom(kernel) {
      if (real) rmSync(filler);
      else kernel.database.sqlite.pragma('max_page_count=4294967294');
    },
    remove() {
      if (real) execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

function mounted(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'lantern-small', folder], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}
