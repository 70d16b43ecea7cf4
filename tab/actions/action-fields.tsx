import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { Owner } from '../../src/areas/actions/contract.ts';
import { actionFields, actionPriority } from '../../src/areas/actions/fields.ts';
import { isDated, type ActionDraft, type ActionFaults } from './action-draft.ts';

type Priority = keyof typeof actionPriority;
const priorities = Object.entries(actionPriority) as [Priority, string][];

export interface ActionFieldsProps {
  readonly owners: readonly Owner[];
  readonly draft: ActionDraft;
  readonly faults: ActionFaults;
  readonly change: (over: Partial<ActionDraft>) => void;
}

/** What is said of a new action. Whoever is outside the circle is told other words than the circle reads; the form says so beside the field. */
export function ActionFields({ owners, draft, faults, change }: ActionFieldsProps) {
  const chosen = owners.find(({ id }) => id === draft.owner);
  const outside = chosen !== undefined && !chosen.leads;
  const dated = isDated(draft);
  const fault = (name: keyof ActionDraft) => ({ ...(faults[name] && { validationMessage: faults[name] }) });
  return (
    <>
      <Field label={actionFields.what.label} hint="Read by safeguarding leads only." required {...fault('what')}>
        <Textarea
          value={draft.what}
          maxLength={actionFields.what.max}
          resize="vertical"
          onChange={(_, { value }) => change({ what: value })}
        />
      </Field>
      <Field label="Who does it?" required {...fault('owner')}>
        <Select value={draft.owner} onChange={(_, { value }) => change({ owner: value })}>
          <option value="">Choose somebody</option>
          {owners.map(({ id, name, job }) => (
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
            value={draft.whatOutside}
            maxLength={actionFields.whatOutside.max}
            onChange={(_, { value }) => change({ whatOutside: value })}
          />
        </Field>
      )}
      <Field
        label={actionFields.priority.label}
        hint={dated ? 'Done when its owner says so.' : 'Due today. Somebody else verifies that it was done.'}
      >
        <Select value={draft.priority} onChange={(_, { value }) => change({ priority: value as Priority })}>
          {priorities.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {dated && (
        <Field label={actionFields.dueOn.label} required {...fault('dueOn')}>
          <Input type="date" value={draft.dueOn} onChange={(_, { value }) => change({ dueOn: value })} />
        </Field>
      )}
    </>
  );
}
