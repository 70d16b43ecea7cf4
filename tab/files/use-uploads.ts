import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { unfinishedQuery } from './queries.ts';
import { createUploadQueue, type UploadQueue } from './upload-queue.ts';
import type { Upload } from './upload.ts';

export interface Uploads extends UploadQueue {
  readonly all: readonly Upload[];
}

/**
 * The files that a person adds to a concern. They end with the page, and what has arrived by then is found again by the next
 * one that is opened. For one concern: a part that shows another must be another part.
 */
export function useUploads(concern: string): Uploads {
  const api = useApi();
  const queries = useQueryClient();
  const [all, setAll] = useState<readonly Upload[]>([]);
  const [queue] = useState(() =>
    createUploadQueue({
      ...{ api, concern, changed: setAll },
      settled: () => void queries.invalidateQueries({ queryKey: unfinishedQuery(api, concern).queryKey }),
    }),
  );
  useEffect(() => queue.end, [queue]);
  return { ...queue, all };
}
