import { statfsSync } from 'node:fs';

/** Magic numbers of statfs(2) for file systems on which SQLite's locks and shared memory do not hold. */
const networkKinds: Readonly<Record<number, string>> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xff534d42: 'CIFS',
  0xfe534d42: 'SMB2',
  0x5346414f: 'AFS',
  0x00c36400: 'Ceph',
};

/** The name of the network file system that holds a folder, or undefined when it lies on a disk of this machine. */
export function networkFileSystem(
  folder: string,
  kind: (folder: string) => number = (path) => statfsSync(path).type,
): string | undefined {
  return networkKinds[kind(folder) >>> 0];
}
