import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { StaffConcernDetail } from '../../src/areas/staff-concerns/contract.ts';
import { allegationOutcome, staffConcernKind, staffConcernStatus } from '../../src/areas/staff-concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';
import { MatterFormView } from './matter-form-view.tsx';
import { matterForms } from './matter-forms.ts';

const useStyles = makeStyles({
  card: { padding: '14px 20px', display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  state: { fontWeight: tokens.fontWeightSemibold, ':focus': { outlineStyle: 'none' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
});

/** Where it stands, and what may be done about it. */
export function MatterActs({ matter }: { readonly matter: StaffConcernDetail }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [open, setOpen] = useState<string>();
  const [told, setTold] = useState<string>();
  const state = useRef<HTMLSpanElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const take = useAct<{ readonly rev: number }, unknown>({
    send: (request) => api.takeMatter(matter.id, request).then(() => setTold('You have it in hand.')),
    decided: () => queries.invalidateQueries({ queryKey: ['matter', matter.id] }),
  });
  const offered = matterForms.filter(({ ability }) => matter.abilities[ability]);
  const form = offered.find(({ title }) => title === open);
  return (
    <Card className={styles.card} aria-label="Where it stands">
      <span ref={state} tabIndex={-1} className={styles.state}>
        {standing(matter)}
      </span>
      <div ref={buttons} className={styles.buttons}>
        {matter.abilities.take && (
          <Button
            appearance="primary"
            disabledFocusable={take.sending}
            onClick={() => {
              setTold(undefined);
              take.press({ rev: matter.rev });
            }}
          >
            I take this
          </Button>
        )}
        {offered.map(({ title }) => (
          <Button
            key={title}
            aria-expanded={open === title}
            onClick={() => {
              setTold(undefined);
              setOpen(open === title ? undefined : title);
            }}
          >
            {title}
          </Button>
        ))}
      </div>
      {take.failure && <Notice intent="error">{take.failure.message}</Notice>}
      {form && (
        <MatterFormView
          key={form.title}
          form={form}
          matter={matter}
          cancel={() => {
            setOpen(undefined);
            buttons.current?.querySelector<HTMLButtonElement>('[aria-expanded=true]')?.focus();
          }}
          done={(text) => {
            setOpen(undefined);
            setTold(text);
            state.current?.focus();
          }}
        />
      )}
      {told !== undefined && <Notice intent="success">{told}</Notice>}
    </Card>
  );
}

function standing({ status, kind, outcome, takenByName }: StaffConcernDetail): string {
  return [
    staffConcernStatus[status],
    ...(status === 'acknowledged' && takenByName !== undefined ? [`by ${takenByName}`] : []),
    ...(kind ? [`· ${staffConcernKind[kind]}`] : []),
    ...(status === 'closed' && outcome ? [`· ${allegationOutcome[outcome]}`] : []),
  ].join(' ');
}
