import { z } from 'zod';
import type { FiledFile } from '../ports/files.ts';
import type { Graph } from '../ports/graph.ts';
import { succeeded } from './answers.ts';
import { driveItemIn } from './drive-item-in.ts';
import type { Sites } from './sites.ts';

/** A document library as it is made. */
export interface Library {
  readonly name: string;
  readonly description: string;
}

/** The library of each school's site where the files of its cases lie. SharePoint's own is called “Documents”: not that one. */
export const caseFiles = {
  name: 'Case files',
  description:
    'Files of cases. Each bears the id of its row in “Case documents”. Written by Lantern; do not edit here.',
} as const satisfies Library;

const driveAnswer = z.object({ id: z.string().min(1) });

export interface CaseLibraryParts {
  /** Asks reads again after a passing fault. */
  readonly graph: Graph;
  readonly sites: Sites;
  /** Name of the tenant's retention label; undefined where none is wished for. */
  readonly label: string | undefined;
}

/** Where the files of a school's cases lie, and what is set on them beside their bytes. */
export function createCaseLibrary({ graph, sites, label }: CaseLibraryParts) {
  const drives = new Map<string, string>();
  return {
    /** @returns undefined where there is no library yet @throws GraphUnreachable */
    async driveOf(school: string): Promise<string | undefined> {
      const known = drives.get(school);
      if (known !== undefined) return known;
      const located = await sites.locate(school, { list: caseFiles.name });
      if (!located.found) return undefined;
      const answer = await graph.call({ method: 'GET', path: `${located.path}/drive` });
      const drive = driveAnswer.safeParse(answer.body);
      if (!succeeded(answer) || !drive.success) return undefined;
      drives.set(school, drive.data.id);
      return drive.data.id;
    },

    /** What lies there under a name; undefined only where SharePoint says that nothing does. @throws Error otherwise */
    async find(drive: string, name: string): Promise<FiledFile | undefined> {
      const path = `/drives/${drive}/root:/${encodeURIComponent(name)}?$select=id,name,size,eTag,webUrl`;
      const answer = await graph.call({ method: 'GET', path });
      if (answer.status === 404) return undefined;
      const file = succeeded(answer) ? driveItemIn(answer.body) : undefined;
      if (!file) throw new Error('SharePoint does not say what lies there');
      return file;
    },

    /**
     * Sets the label. A file without it is filed all the same.
     * https://learn.microsoft.com/graph/api/driveitem-setretentionlabel
     * @returns its name where SharePoint has set it
     * @throws GraphUnreachable
     */
    async label(drive: string, { id }: Pick<FiledFile, 'id'>): Promise<string | undefined> {
      if (label === undefined) return undefined;
      const path = `/drives/${drive}/items/${id}/retentionLabel`;
      const answer = await graph.call({ method: 'PATCH', path, body: { name: label } });
      if (answer.status === 429 || answer.status >= 500) throw new Error('SharePoint sets no label now');
      return succeeded(answer) ? label : undefined;
    },
  };
}
