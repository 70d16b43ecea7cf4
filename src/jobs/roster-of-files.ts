import { createHash } from 'node:crypto';
import { formatNames, readRoster } from '../areas/people/roster/read-roster.ts';
import { rosterOfSchool } from '../areas/people/roster/roster-of-school.ts';
import type { RosterFile } from '../areas/people/roster/rows.ts';
import type { ReadyEnd } from './ready-roster.ts';

function digestOf(files: readonly RosterFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files.toSorted((one, other) => (one.name < other.name ? -1 : 1)))
    hash.update(`${name}:${bytes.length}:`).update(bytes);
  return hash.digest('hex');
}

/**
 * Reads the files of a roster for one school.
 * @param schoolName the school's name in Lantern
 * @param org the school's id in the files, where a person has said which
 */
export function rosterOfFiles(files: readonly RosterFile[], schoolName: string, org?: string): ReadyEnd {
  const read = readRoster(files);
  if (!read.ok) return { ok: false, state: 'unreadable', why: read.why };
  const picked = rosterOfSchool(read.roster, schoolName, org);
  if (!picked.ok) {
    const orgs = picked.orgs.map(({ sourceId: id, name }) => ({ id, name }));
    return { ok: false, state: 'unreadable', why: picked.why, ...(orgs.length > 0 && { orgs }) };
  }
  const { faults } = read.roster;
  const format = formatNames[read.format];
  return { ok: true, roster: { source: 'files', format, rows: picked.rows, faults, digest: digestOf(files) } };
}
