import { Button, Field, Input, Select, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { DocumentFacts } from '../../src/areas/files/contract.ts';
import { documentFields, documentKind, documentSource } from '../../src/areas/files/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { LineField } from '../components/line-field.tsx';
import { Notice } from '../components/notice.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    gap: '12px',
    // A long name in a list must not push a phone’s page sideways.
    '& .fui-Select, & .fui-Select__select, & .fui-Input': { minWidth: 0 },
  },
  whole: { gridColumn: '1 / -1' },
  buttons: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Kind = keyof typeof documentKind;
type Source = keyof typeof documentSource;
interface Draft {
  readonly kind: Kind | '';
  readonly name: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly source: Source | '';
}
type Faults = Partial<Record<keyof Draft, string>>;

export interface DocumentFormProps {
  readonly upload: string;
  /** As the person's device calls it. */
  readonly fileName: string;
  readonly added: (name: string) => void;
  readonly decided: () => Promise<void>;
}

/** A picture is most often a photograph; anything else is for the person to say. */
const kindOf = (fileName: string): Kind | '' => (/\.(jpe?g|png|webp)$/i.test(fileName) ? 'photograph' : '');
const titleOf = (fileName: string) => fileName.replace(/\.[^.]{1,8}$/, '').slice(0, documentFields.name.max);

function faultsOf({ kind, name, source }: Draft): Faults {
  return {
    ...(kind === '' && { kind: 'Choose what it is.' }),
    ...(name.trim() === '' && { name: 'Write what it is called.' }),
    ...(source === '' && { source: 'Choose where it came from.' }),
  };
}

function factsOf({ kind, name, madeOn, madeBy, source }: Draft): DocumentFacts | undefined {
  if (kind === '' || source === '') return undefined;
  return { kind, name, source, ...(madeOn && { madeOn }), ...(madeBy.trim() && { madeBy }) };
}

const Options = ({ of }: { readonly of: Readonly<Record<string, string>> }) => (
  <>
    <option value="">Choose</option>
    {Object.entries(of).map(([id, label]) => (
      <option key={id} value={id}>
        {label}
      </option>
    ))}
  </>
);

/** What is said of a file that has arrived. Until it is said the file is safe, and in no record. */
export function DocumentForm({ upload, fileName, added, decided }: DocumentFormProps) {
  const styles = useStyles();
  const api = useApi();
  const [draft, setDraft] = useState<Draft>({
    ...{ kind: kindOf(fileName), name: titleOf(fileName), madeOn: '', madeBy: '', source: '' },
  });
  const [faults, setFaults] = useState<Faults>({});
  const act = useAct<DocumentFacts>({
    send: (request) => api.finishUpload(upload, request).then(() => added(draft.name)),
    decided,
  });
  const change = (over: Partial<Draft>) => {
    setDraft({ ...draft, ...over });
    setFaults({});
  };
  const fault = (name: keyof Draft) => ({ ...(faults[name] && { validationMessage: faults[name] }) });
  const press = (again?: true) => {
    const found = faultsOf(draft);
    setFaults(found);
    const facts = factsOf(draft);
    if (facts && Object.keys(found).length === 0) act.press({ ...facts, ...(again && { again }) });
  };
  const there = act.failure?.code === 'file-there-already';
  return (
    <form
      className={styles.form}
      aria-label={`What is said of ${fileName}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <LineField
        className={styles.whole}
        label={documentFields.name.label}
        max={documentFields.name.max}
        value={draft.name}
        change={(name) => change({ name })}
        fault={faults['name']}
        required
      />
      <Field label={documentFields.kind.label} required {...fault('kind')}>
        <Select value={draft.kind} onChange={(_, { value }) => change({ kind: value as Kind | '' })}>
          <Options of={documentKind} />
        </Select>
      </Field>
      <Field label={documentFields.source.label} required {...fault('source')}>
        <Select value={draft.source} onChange={(_, { value }) => change({ source: value as Source | '' })}>
          <Options of={documentSource} />
        </Select>
      </Field>
      <Field label={documentFields.madeOn.label} hint="Leave it empty where nobody knows.">
        <Input type="date" value={draft.madeOn} onChange={(_, { value }) => change({ madeOn: value })} />
      </Field>
      <LineField
        label={documentFields.madeBy.label}
        hint="A person, or an office."
        max={documentFields.madeBy.max}
        value={draft.madeBy}
        change={(madeBy) => change({ madeBy })}
      />
      {act.failure && (
        <div className={styles.whole}>
          <Notice intent={there ? 'warning' : 'error'}>{act.failure.message}</Notice>
        </div>
      )}
      <span className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={act.sending}>
          {act.sending ? 'Saving…' : 'Add this file'}
        </Button>
        {there && <Button onClick={() => press(true)}>Add it all the same</Button>}
      </span>
    </form>
  );
}
