import { Button, makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskedMeeting, PaperToRead } from '../../../src/areas/meetings/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { LeavingFile } from '../../files/leaving-file.tsx';
import { counted, kindText } from '../meeting-words.ts';
import { papersToReadQuery } from '../queries.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', listStyleType: 'none', margin: 0, padding: '4px 0 0' },
  paper: { display: 'grid', gap: '4px', justifyItems: 'start', overflowWrap: 'anywhere' },
});

/** The papers of a meeting that one may read. Asked for with the press: what they are called tells of a child. */
export function PapersToRead({ meeting }: { readonly meeting: AskedMeeting }) {
  const [open, setOpen] = useState(false);
  if (meeting.papers === 0) return null;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={`${counted(meeting.papers, 'paper', 'papers')} for you: ${kindText(meeting.kind)}`}>
        {counted(meeting.papers, 'paper', 'papers')} for you
      </summary>
      {open && <Papers id={meeting.id} />}
    </details>
  );
}

function Papers({ id }: { readonly id: string }) {
  const styles = useStyles();
  const { data, error } = useQuery(papersToReadQuery(useApi(), id));
  if (error) return <Notice intent="error">{error.message}</Notice>;
  if (!data) return <Loading label="Looking for papers" rows={2} />;
  return (
    <ul className={styles.list} aria-label="Papers for you">
      {data.map((paper) => (
        <Paper key={paper.id} meeting={id} paper={paper} />
      ))}
    </ul>
  );
}

function Paper({
  meeting,
  paper: { id, heading, mediaType },
}: {
  readonly meeting: string;
  readonly paper: PaperToRead;
}) {
  const styles = useStyles();
  const api = useApi();
  const [asked, setAsked] = useState(false);
  return (
    <li className={styles.paper}>
      <span dir="auto">{heading}</span>
      {asked ? (
        <LeavingFile
          name={heading}
          mediaType={mediaType}
          fetch={() => api.paperFile(meeting, id)}
          close={() => setAsked(false)}
        />
      ) : (
        <Button size="small" aria-label={`Download ${heading}`} onClick={() => setAsked(true)}>
          Download
        </Button>
      )}
    </li>
  );
}
