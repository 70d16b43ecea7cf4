import { Button, Field, Input, Select, Textarea, makeStyles } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreateActionRequest } from '../../src/areas/actions/contract.ts';
import { actionFields, actionPriority } from '../../src/areas/actions/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
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

type Priority = keyof typeof actionPriority;
type Order = Omit<CreateActionRequest, 'form'>;
type Faults = Partial<Record<keyof Order, string>>;

const priorities = Object.entries(actionPriority) as [Priority, string][];
const empty = { what: '', whatOutside: '', owner: '', priority: 'today' as Priority, dueOn: '' };

export interface AddActionProps {
  readonly concernId: string;
  readonly close: () => void;
}

/** Sets an action. Whoever is outside the circle is told other words than the circle reads; the form says so beside the field. */
export function AddAction({ concernId, close }: AddActionProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const owners = useQuery(ownersQuery(api, concernId));
  const [typed, setTyped] = useState(empty);
  const [faults, setFaults] = useState<Faults>({});
  const act = useAct<Order>({
    send: (request) => api.createAction(concernId, request).then(close),
    decided: () => queries.invalidateQueries({ queryKey: ['actions'] }),
  });
  if (owners.error) return <Notice intent="error">{owners.error.message}</Notice>;
  if (!owners.data) return <Loading label="Loading the staff" rows={3} />;
  const change = (over: Partial<typeof empty>) => {
    setTyped({ ...typed, ...over });
    setFaults({});
  };
  const chosen = owners.data.items.find(({ id }) => id === typed.owner);
  const outside = chosen !== undefined && !chosen.leads;
  const dated = typed.priority === 'this-week' || typed.priority === 'planned';
  const submit = () => {
    const found: Faults = {
      ...(typed.what.trim() === '' && { what: 'Write what is to be done.' }),
      ...(!chosen && { owner: 'Choose who is to do it.' }),
      ...(outside && typed.whatOutside.trim() === '' && { whatOutside: 'Write what the owner is told.' }),
      ...(dated && typed.dueOn === '' && { dueOn: 'Choose the day by which it is to be done.' }),
    };
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const { what, owner, priority, whatOutside, dueOn } = typed;
    act.press({ what, owner, priority, ...(outside && { whatOutside }), ...(dated && { dueOn }) });
  };
  const fault = (name: keyof Order) => ({ ...(faults[name] && { validationMessage: faults[name] }) });
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
      <Field label={actionFields.what.label} hint="Read by safeguarding leads only." required {...fault('what')}>
        <Textarea
          value={typed.what}
          maxLength={actionFields.what.max}
          resize="vertical"
          onChange={(_, { value }) => change({ what: value })}
        />
      </Field>
      <Field label="Who does it?" required {...fault('owner')}>
        <Select value={typed.owner} onChange={(_, { value }) => change({ owner: value })}>
          <option value="">Choose somebody</option>
          {owners.data.items.map(({ id, name, job }) => (
            <option key={id} value={id}>
              {job ? `${name}, ${job}` : name}
            </option>
          ))}
        </Select>
      </Field>
      {outside && (
        <Field
          label={`What ${chosen.name} is told`}
          hint="They see only this: no name, and nothing of what was said. It also stands on their card in Teams."
          required
          {...fault('whatOutside')}
        >
          <Input
            value={typed.whatOutside}
            maxLength={actionFields.whatOutside.max}
            onChange={(_, { value }) => change({ whatOutside: value })}
          />
        </Field>
      )}
      <Field
        label={actionFields.priority.label}
        hint={dated ? 'Done when its owner says so.' : 'Due today. Somebody else verifies that it was done.'}
      >
        <Select value={typed.priority} onChange={(_, { value }) => change({ priority: value as Priority })}>
          {priorities.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {dated && (
        <Field label={actionFields.dueOn.label} required {...fault('dueOn')}>
          <Input type="date" value={typed.dueOn} onChange={(_, { value }) => change({ dueOn: value })} />
        </Field>
      )}
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
