import { Button, makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { ActionEntry } from './action-entry.tsx';
import { ActionList } from './action-list.tsx';
import { AddAction } from './add-action.tsx';
import { concernActionsQuery } from './queries.ts';

const useStyles = makeStyles({ foot: { padding: '0 20px 16px', '@media print': { display: 'none' } } });

/** The actions of one concern, and a form to set another for those who may. */
export function ConcernActions({ concernId }: { readonly concernId: string }) {
  const styles = useStyles();
  const query = useQuery(concernActionsQuery(useApi(), concernId));
  const [adding, setAdding] = useState(false);
  const { data, error } = query;
  if (!data)
    return error ? <Notice intent="error">{error.message}</Notice> : <Loading label="Loading the actions" rows={2} />;
  return (
    <>
      <ActionList
        id="actions"
        title="Actions"
        none="Nothing has been set down to do yet."
        entries={data.items.map((action) => (
          <ActionEntry key={action.id} action={action} linked={false} />
        ))}
        foot={
          data.add && (
            <div className={styles.foot}>
              {adding ? (
                <AddAction concernId={concernId} close={() => setAdding(false)} />
              ) : (
                <Button onClick={() => setAdding(true)}>Add an action</Button>
              )}
            </div>
          )
        }
      />
      {error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
    </>
  );
}
