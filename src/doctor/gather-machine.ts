import { existsSync, statSync } from 'node:fs';
import type { Config } from '../config.ts';
import { newestBackup } from '../jobs/newest-backup.ts';
import { placesIn } from '../store/sqlite/places-in.ts';
import { certificateIn } from '../system/certificate-in.ts';
import { freeBytes } from '../system/free-bytes.ts';
import type { CertificateFacts, MachineFacts } from './facts.ts';

export interface MachineParts {
  readonly config: Config;
  /** The built tab’s first page. */
  readonly tabFile: string;
  /** Bytes that are free for a folder, when the system says it; what the system says when absent. */
  readonly freeFor?: (folder: string) => number | undefined;
  /** Node's version; the running one's when absent. */
  readonly node?: string;
}

/** What can be known of the machine without opening anything that Lantern keeps. */
export function gatherMachine({ config, tabFile, freeFor = freeBytes, node }: MachineParts): MachineFacts {
  const { LANTERN_DATA: folder } = config;
  const places = placesIn(folder);
  const free = freeFor(folder);
  const keyMode = modeOf(places.key);
  const backup = newestBackup(places.backups);
  return {
    node: node ?? process.versions.node,
    ...(free !== undefined && { free }),
    ...(keyMode !== undefined && { keyMode }),
    ...(backup !== undefined && { backup }),
    tabBuilt: existsSync(tabFile),
    certificates: certificatesOf(config),
  };
}

function modeOf(file: string): number | 'missing' | undefined {
  if (process.platform === 'win32') return undefined;
  return existsSync(file) ? statSync(file).mode & 0o777 : 'missing';
}

function certificatesOf(config: Config): readonly CertificateFacts[] {
  const settings = ['API_CERTIFICATE_FILE', 'BOT_CERTIFICATE_FILE'] as const;
  return settings.flatMap((setting) => {
    const file = config[setting];
    return file ? [{ setting, found: certificateIn(file) }] : [];
  });
}
