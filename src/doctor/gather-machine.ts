import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { backupTime } from '../jobs/backup-time.ts';
import { placesIn } from '../store/sqlite/places-in.ts';
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
export function gatherMachine({ config, tabFile, freeFor = freeOnDisk, node }: MachineParts): MachineFacts {
  const { LANTERN_DATA: folder } = config;
  const places = placesIn(folder);
  const free = freeFor(folder);
  const keyMode = modeOf(places.key);
  const backup = newestIn(places.backups);
  return {
    node: node ?? process.versions.node,
    ...(free !== undefined && { free }),
    ...(keyMode !== undefined && { keyMode }),
    ...(backup !== undefined && { backup }),
    tabBuilt: existsSync(tabFile),
    certificates: certificatesOf(config),
  };
}

/** The nearest folder that is there: before the first start the data folder is not. */
function freeOnDisk(folder: string): number | undefined {
  for (let at = resolve(folder); ; at = resolve(at, '..')) {
    try {
      const { bavail, bsize } = statfsSync(at);
      return bavail * bsize;
    } catch {
      if (at === resolve(at, '..')) return undefined;
    }
  }
}

function modeOf(file: string): number | 'missing' | undefined {
  if (process.platform === 'win32') return undefined;
  return existsSync(file) ? statSync(file).mode & 0o777 : 'missing';
}

function newestIn(folder: string): string | undefined {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .flatMap((name) => backupTime(name) ?? [])
    .sort()
    .at(-1);
}

function certificatesOf(config: Config): readonly CertificateFacts[] {
  const settings = ['API_CERTIFICATE_FILE', 'BOT_CERTIFICATE_FILE'] as const;
  return settings.flatMap((setting) => {
    const file = config[setting];
    return file ? [{ setting, found: certificateIn(file) }] : [];
  });
}

/** The text says nothing of the file's content. */
function certificateIn(file: string): CertificateFacts['found'] {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch {
    return { why: 'the file cannot be read' };
  }
  try {
    const certificate = new X509Certificate(pem);
    if (!certificate.checkPrivateKey(createPrivateKey(pem)))
      return { why: 'the certificate does not belong to the private key beside it' };
    return { until: new Date(certificate.validTo).toISOString() };
  } catch {
    return { why: 'the file does not hold a certificate and a private key in PEM' };
  }
}
