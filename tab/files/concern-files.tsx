import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { AddFiles } from './add-files.tsx';
import { DocumentEntry } from './document-entry.tsx';
import { documentsQuery } from './queries.ts';

const useStyles = makeStyles({
  sheet: { padding: '16px 20px', display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '16px' },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const toldOf = (added: number) =>
  added === 1
    ? 'The file was added. It is safe with Lantern, and is being filed.'
    : `${added} files were added. They are safe with Lantern, and are being filed.`;

/** The files of one concern, and a place to add more for those who may. */
export function ConcernFiles({ concernId }: { readonly concernId: string }) {
  const styles = useStyles();
  const queries = useQueryClient();
  const query = useQuery(documentsQuery(useApi(), concernId));
  const [added, setAdded] = useState(0);
  const { data, error } = query;
  return (
    <Card className={styles.sheet} aria-labelledby="files">
      <h2 className={styles.title} id="files">
        Files
      </h2>
      {query.isLoading && <Loading label="Loading the files" rows={2} />}
      {error && <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />}
      {data?.items.length === 0 && <p className={styles.none}>No files have been added yet.</p>}
      {data && data.items.length > 0 && (
        <ul className={styles.list} aria-label="Files of this concern">
          {data.items.map((item) => (
            <DocumentEntry key={item.id} item={item} />
          ))}
        </ul>
      )}
      {added > 0 && <Notice intent="success">{toldOf(added)}</Notice>}
      {data?.add && (
        <AddFiles
          concernId={concernId}
          documents={data.items}
          added={() => setAdded((before) => before + 1)}
          decided={() => queries.invalidateQueries({ queryKey: ['documents', concernId] })}
        />
      )}
    </Card>
  );
}
