import { Button, makeStyles } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActionOrder } from '../../src/areas/actions/contract.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { emptyAction, faultsOfAction, orderOf, type ActionDraft, type ActionFaults } from './action-draft.ts';
import { ActionFields } from './action-fields.tsx';
import { ownersQuery } from './queries.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '12px',
    maxWidth: '640px',
    paddingTop: '12px',
    // A long name in a list must not push a phone’s page sideways.
    '& .fui-Select, & .fui-Select__select, & .fui-Input': { minWidth: 0 },
  },
  buttons: { display: 'flex', gap: '8px' },
});

export interface AddActionProps {
  readonly concernId: string;
  readonly close: () => void;
}

/** Sets an action on a concern. */
export function AddAction({ concernId, close }: AddActionProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const owners = useQuery(ownersQuery(api, concernId));
  const [draft, setDraft] = useState(emptyAction);
  const [faults, setFaults] = useState<ActionFaults>({});
  const act = useAct<ActionOrder>({
    send: (request) => api.createAction(concernId, request).then(close),
    decided: () => queries.invalidateQueries({ queryKey: ['actions'] }),
  });
  if (owners.error) return <Notice intent="error">{owners.error.message}</Notice>;
  if (!owners.data) return <Loading label="Loading the staff" rows={3} />;
  const change = (over: Partial<ActionDraft>) => {
    setDraft({ ...draft, ...over });
    setFaults({});
  };
  const owner = owners.data.items.find(({ id }) => id === draft.owner);
  const submit = () => {
    const found = faultsOfAction(draft, owner);
    setFaults(found);
    if (owner && Object.keys(found).length === 0) act.press(orderOf(draft, owner));
  };
  return (
    <form
      className={styles.form}
      aria-label="New action"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ActionFields owners={owners.data.items} draft={draft} faults={faults} change={change} />
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
      <span className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={act.sending}>
          {act.sending ? 'Saving…' : 'Add the action'}
        </Button>
        <Button appearance="subtle" onClick={close}>
          Back
        </Button>
      </span>
    </form>
  );
}
