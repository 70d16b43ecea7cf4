import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ActionItem, ActionOrder } from '../../src/areas/actions/contract.ts';
import { useApi } from '../api/api-context.ts';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { emptyAction, faultsOfAction, orderOf } from './action-draft.ts';
import { ActionFields } from './action-fields.tsx';
import { concernActionsQuery, ownersQuery } from './queries.ts';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gap: '12px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    // A long name in a list must not push a phone’s page sideways.
    '& .fui-Select, & .fui-Select__select, & .fui-Input': { minWidth: 0 },
  },
  legend: { padding: '0 4px', fontWeight: tokens.fontWeightSemibold },
  open: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
});

/** The action that goes with something else: `undefined` while it is not complete, `none` where one is open already. */
export type ActionChoice = ActionOrder | 'none' | undefined;

export interface ActionPartProps {
  readonly concernId: string;
  /** Whether to say what is missing. */
  readonly asked: boolean;
  readonly choose: (choice: ActionChoice) => void;
}

const isOpen = ({ status }: ActionItem) => status !== 'verified' && status !== 'cancelled-reasoned';

/** Asks for one action as a part of another form. Where something is to do already, it says what, and asks for nothing. */
export function ActionPart({ concernId, asked, choose }: ActionPartProps) {
  const styles = useStyles();
  const api = useApi();
  const owners = useQuery(ownersQuery(api, concernId));
  const actions = useQuery(concernActionsQuery(api, concernId));
  const [draft, setDraft] = useState(emptyAction);
  const [wanted, setWanted] = useState(false);
  const items = owners.data?.items ?? [];
  const open = (actions.data?.items ?? []).filter(isOpen);
  const sets = open.length === 0 || wanted;
  const owner = items.find(({ id }) => id === draft.owner);
  const faults = faultsOfAction(draft, owner);
  const complete = owner !== undefined && Object.keys(faults).length === 0;
  const choice = sets ? (complete ? orderOf(draft, owner) : undefined) : 'none';
  const key = JSON.stringify(choice);
  useEffect(() => choose(choice), [key]);
  const failure = owners.error ?? actions.error;
  if (failure) return <Notice intent="error">{failure.message}</Notice>;
  if (!owners.data || !actions.data) return <Loading label="Loading the actions" rows={3} />;
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>Action</legend>
      {open.length > 0 && (
        <>
          <ul className={styles.open} aria-label="Already to be done">
            {open.map(({ id, ref, what, ownerName }) => (
              <li key={id}>
                {ref}: <span dir="auto">{what}</span> (<bdi>{ownerName}</bdi>)
              </li>
            ))}
          </ul>
          <Checkbox
            checked={wanted}
            label="Set another action"
            onChange={(_, { checked }) => setWanted(checked === true)}
          />
        </>
      )}
      {sets && (
        <ActionFields
          owners={items}
          draft={draft}
          faults={asked ? faults : {}}
          change={(over) => setDraft({ ...draft, ...over })}
        />
      )}
    </fieldset>
  );
}
