import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LowLevelRequest, ManyAnswer } from '../../src/areas/concerns/contract.ts';
import { decisionFields, lowLevelFiling } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { Notice } from '../components/notice.tsx';
import { absoluteTime } from '../components/school-time.ts';
import type { ActFormProps } from './act-form-props.ts';
import { relatedQuery } from './queries.ts';
import { useConcernAct } from './use-concern-act.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  also: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid' },
  choices: { display: 'grid', gap: '16px', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))' },
  choice: { display: 'grid', gap: '8px', alignContent: 'start', justifyItems: 'start' },
  label: { color: tokens.colorNeutralForeground1 },
  text: { color: tokens.colorNeutralForeground2 },
  cancel: { justifySelf: 'start' },
});

type As = LowLevelRequest['as'];
const ways: Readonly<Record<As, string>> = { monitor: 'Keep an eye on it', 'no-further-action': 'No further action' };

/** Files an everyday observation with one press: what will be written stands beside each button. Others about the child may go with it. */
export function LowLevelForm({ concern, done, cancel }: ActFormProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const [also, setAlso] = useState<readonly string[]>([]);
  const related = useQuery(relatedQuery(api, concern.id)).data?.items.filter(({ lowLevel }) => lowLevel) ?? [];
  const [refused, setRefused] = useState<string>();
  const act = useConcernAct<Omit<LowLevelRequest, 'form'>>(concern.id, async (request) => {
    const { results } = await api.lowLevel(request);
    const own = results.find(({ id }) => id === concern.id);
    void queries.invalidateQueries({ queryKey: ['related', concern.id] });
    if (own?.done) done(outcome(results));
    else setRefused(own?.message);
  });
  const file = (as: As) => {
    const others = related.filter(({ id }) => also.includes(id)).map(({ id, rev }) => ({ id, rev }));
    act.press({ as, concerns: [{ id: concern.id, rev: concern.rev }, ...others] });
  };
  return (
    <div role="group" aria-label={`File ${concern.ref} as low-level`} className={styles.form}>
      {related.length > 0 && (
        <fieldset className={styles.also}>
          <legend>File these about the same child too?</legend>
          {related.map(({ id, ref, reportedAt }) => (
            <Checkbox
              key={id}
              checked={also.includes(id)}
              onChange={() => setAlso(also.includes(id) ? also.filter((other) => other !== id) : [...also, id])}
              label={<span className={styles.label}>{`${ref}, ${absoluteTime(reportedAt)}`}</span>}
            />
          ))}
        </fieldset>
      )}
      <div className={styles.choices}>
        {(Object.keys(ways) as As[]).map((as) => (
          <div key={as} className={styles.choice}>
            <Button
              appearance="primary"
              disabledFocusable={act.sending}
              aria-describedby={`low-level-${as}`}
              onClick={() => file(as)}
            >
              {ways[as]}
            </Button>
            <span id={`low-level-${as}`} className={styles.text}>
              {written(as)}
            </span>
          </div>
        ))}
      </div>
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
      {refused !== undefined && <Notice intent="error">{refused}</Notice>}
      <Button className={styles.cancel} appearance="subtle" onClick={cancel}>
        Cancel
      </Button>
    </div>
  );
}

/** Every sentence that goes into the record. */
function written(as: As): string {
  const filing = lowLevelFiling[as];
  const more =
    'nextStep' in filing
      ? `${decisionFields.nextStep.label}: ${filing.nextStep}`
      : `The child’s voice: ${filing.childVoice}`;
  return `${filing.reason} ${more} ${decisionFields.parents.label}: ${filing.parentsReason}`;
}

function outcome(results: ManyAnswer['results']): string {
  const failed = results.filter((result) => !result.done);
  const filed = results.length - failed.length;
  const said = filed === 1 ? 'Filed as low-level.' : `${filed} concerns are filed as low-level.`;
  return failed.length === 0 ? said : `${said} ${failed.length} could not be: ${failed[0]?.message ?? ''}`;
}
