import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Scales20Regular } from '@fluentui/react-icons';
import { Suspense, useRef, useState } from 'react';
import type { ConcernAbilities, ConcernDetail } from '../../src/areas/concerns/contract.ts';
import { concernStatus, triageOutcome } from '../../src/areas/concerns/fields.ts';
import { Card } from '../components/card.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { actForms, type ActFormName } from './act-forms.ts';

const useStyles = makeStyles({
  card: { padding: '14px 20px', display: 'grid', gap: '12px', gridTemplateColumns: 'minmax(0, 1fr)' },
  state: { display: 'flex', gap: '8px', alignItems: 'flex-start', ':focus': { outlineStyle: 'none' } },
  icon: { flexShrink: 0 },
  outcome: { fontWeight: tokens.fontWeightSemibold },
  next: { display: 'block', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
});

interface Opener {
  readonly form: ActFormName;
  readonly ability: keyof ConcernAbilities;
  readonly title: string;
}

const openers: readonly Opener[] = [
  { form: 'triage', ability: 'triage', title: 'Judge this concern' },
  { form: 'lowLevel', ability: 'fileLowLevel', title: 'File as low-level' },
  { form: 'handOver', ability: 'handOver', title: 'Hand over' },
  { form: 'escalate', ability: 'escalate', title: 'Escalate' },
  { form: 'misfile', ability: 'misfile', title: 'Wrong child' },
  { form: 'addendum', ability: 'addAddendum', title: 'Add to this' },
];

/** How a concern is judged, and what may be done about it. Each form is fetched when it is first opened. */
export function ActSection({ concern }: { readonly concern: ConcernDetail }) {
  const styles = useStyles();
  const [open, setOpen] = useState<ActFormName>();
  const [told, setTold] = useState<string>();
  const state = useRef<HTMLSpanElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const offered = openers.filter(({ ability }) => concern.abilities[ability]);
  if (offered.length === 0 && !concern.triageOutcome && told === undefined) return null;
  const shown = offered.find(({ form }) => form === open);
  const Form = shown && actForms[shown.form];
  const close = () => {
    setOpen(undefined);
    buttons.current?.querySelector<HTMLButtonElement>('[aria-expanded=true]')?.focus();
  };
  const done = (text: string) => {
    setOpen(undefined);
    setTold(text);
    // The button that opened the form may be gone with the next look.
    state.current?.focus();
  };
  return (
    <Card className={styles.card} aria-label="Judgement">
      <span ref={state} tabIndex={-1} className={styles.state}>
        <Scales20Regular className={styles.icon} aria-hidden />
        <span>
          <span className={styles.outcome}>{judgedAs(concern)}</span>
          {concern.nextStep && (
            <span className={styles.next} dir="auto">
              Next: {concern.nextStep}
            </span>
          )}
        </span>
      </span>
      {offered.length > 0 && (
        <div ref={buttons} className={styles.buttons}>
          {offered.map(({ form, title }) => (
            <Button
              key={form}
              {...(form === 'triage' && concern.status === 'acknowledged' && { appearance: 'primary' as const })}
              aria-expanded={open === form}
              onClick={() => {
                setTold(undefined);
                setOpen(open === form ? undefined : form);
              }}
            >
              {form === 'triage' && concern.triageOutcome ? 'Judge again' : title}
            </Button>
          ))}
        </div>
      )}
      {Form && (
        <Suspense fallback={<Loading label="Opening the form" rows={4} />}>
          <Form key={open} concern={concern} done={done} cancel={close} />
        </Suspense>
      )}
      {told !== undefined && <Notice intent="success">{told}</Notice>}
    </Card>
  );
}

function judgedAs({ status, triageOutcome: outcome }: ConcernDetail): string {
  if (!outcome) return 'Not judged yet';
  return `${status === 'closed' ? concernStatus.closed : 'Judged'}: ${triageOutcome[outcome] ?? outcome}`;
}
