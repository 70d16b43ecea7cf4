import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AddPointRequest } from '../../src/areas/meetings/contract.ts';
import { agendaPointFields } from '../../src/areas/meetings/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Notice } from '../components/notice.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '8px', gridTemplateColumns: 'minmax(0, 1fr)', '@media print': { display: 'none' } },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  input: { flex: '1 1 200px', minWidth: 0 },
});

/** Adds a point of one’s own at the end of an agenda. */
export function AddPoint({ meeting }: { readonly meeting: string }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [heading, setHeading] = useState('');
  const [asked, setAsked] = useState(false);
  const act = useAct<Omit<AddPointRequest, 'form'>>({
    async send(request) {
      await api.addAgendaPoint(meeting, request);
      setHeading('');
      setAsked(false);
      announce('The point stands at the end of the agenda');
    },
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting] }),
  });
  const empty = heading.trim() === '';
  return (
    <form
      className={styles.form}
      aria-label="Add a point"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!empty) act.press({ heading: heading.trim() });
      }}
    >
      <Field label="Add a point" {...(asked && empty && { validationMessage: 'Write the point.' })}>
        {(control) => (
          <div className={styles.line}>
            <Input
              {...control}
              className={styles.input}
              value={heading}
              maxLength={agendaPointFields.heading.max}
              autoComplete="off"
              dir="auto"
              onChange={(_, { value }) => setHeading(value)}
            />
            <Button type="submit" disabledFocusable={act.sending}>
              Add
            </Button>
          </div>
        )}
      </Field>
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </form>
  );
}
