import { makeStyles } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { MisfiledRequest, ReEntered } from '../../src/areas/concerns/contract.ts';
import { concernFields } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { LineField } from '../components/line-field.tsx';
import { Loading } from '../components/loading.tsx';
import type { ActFormProps } from './act-form-props.ts';
import { ComparedChoice } from './compared-choice.tsx';
import { FormFrame } from './form-frame.tsx';
import { compareQuery } from './queries.ts';
import { TextField } from './text-field.tsx';

const useStyles = makeStyles({
  what: { margin: 0, maxWidth: '68ch' },
});

/** Stands for a child who is not among those offered. */
const another = 'another';
const none = { value: another, label: 'Another child' };

/** Takes an entry away from the wrong child and enters it under the right one. What it does is said before it is done. */
export function MisfileForm({ concern, cancel }: ActFormProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const query = useQuery(compareQuery(api, concern.id));
  const [child, setChild] = useState('');
  const [who, setWho] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const moved = useRef(false);
  const act = useAct<Omit<MisfiledRequest, 'form'>, ReEntered>({
    send: (request) =>
      api.misfile(concern.id, request).then((entry) => {
        moved.current = true;
        announce(`Put right: it goes on as ${entry.ref}`);
        void navigate(`/concerns/${entry.concern}`, { replace: true });
        return entry;
      }),
    // Where it stood there is nothing to fetch any more.
    decided: () => queries.invalidateQueries({ queryKey: moved.current ? ['desk'] : ['concern', concern.id] }),
  });
  if (query.isLoading) return <Loading label="Looking for pupils" rows={3} />;
  if (query.error) {
    const { code, message } = query.error;
    return <FailurePage code={code} message={message} level={2} retry={() => void query.refetch()} />;
  }
  const named = child === another ? who.trim() !== '' : child !== '';
  return (
    <FormFrame
      label={`${concern.ref} is under the wrong child`}
      save="Put it under this child"
      sending={act.sending}
      failure={act.failure}
      cancel={cancel}
      submit={() => {
        setAsked(true);
        if (!named || reason.trim() === '') return;
        const meant = child === another ? { who: who.trim() } : { child };
        act.press({ rev: concern.rev, school: concern.school, reason: reason.trim(), ...meant });
      }}
    >
      <p className={styles.what}>
        This entry disappears from every list at once, with its actions and what teams were told. It is kept whole in a
        register that only the designated lead reads. What was reported goes on as a new entry under the child whom you
        choose, not judged yet; each names the other.
      </p>
      <ComparedChoice
        concernId={concern.id}
        page={query.data ?? { items: [], together: [] }}
        value={child}
        change={setChild}
        fault={asked && !named ? 'Choose or write one.' : undefined}
        label="Which child is meant?"
        but={concern.childId}
        none={none}
      />
      {child === another && (
        <LineField
          label="Their name, as you know it"
          max={concernFields.childAsTyped.max}
          value={who}
          change={setWho}
          required
        />
      )}
      <TextField
        label="How do you know?"
        hint="Stays with the entry in the register."
        max={concernFields.misfiledReason.max}
        value={reason}
        change={setReason}
        missing={asked && reason.trim() === '' ? 'Write how you know that it is the wrong child.' : undefined}
      />
    </FormFrame>
  );
}
