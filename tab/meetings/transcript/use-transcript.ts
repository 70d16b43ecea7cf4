import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api/api-context.ts';
import { transcriptQuery } from '../queries.ts';
import type { TranscriptAt } from './point-source.tsx';

/**
 * What Teams wrote down of a meeting, open beside one point at a time. It is asked for once, when somebody first looks.
 * @returns how it stands to a point; undefined where there is none to be looked for
 */
export function useTranscript(meeting: string, offered: boolean): ((point: string) => TranscriptAt) | undefined {
  const api = useApi();
  const [open, setOpen] = useState<string>();
  const [asked, setAsked] = useState(false);
  const query = useQuery({ ...transcriptQuery(api, meeting), enabled: offered && asked });
  if (!offered) return undefined;
  return (point) => ({
    open: open === point,
    look: query.isFetching ? undefined : query.data,
    failure: query.isFetching ? undefined : query.error?.message,
    again: () => void query.refetch(),
    toggle: () => {
      setAsked(true);
      setOpen(open === point ? undefined : point);
    },
  });
}
