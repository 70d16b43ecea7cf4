import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useRef, useState } from 'react';
import type { MeetingDetail, OfficialMinutes } from '../../src/areas/meetings/contract.ts';
import { schoolDate } from '../actions/school-date.ts';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { useFocusBack } from '../components/use-focus-back.ts';
import { Sheet } from '../people/sheet.tsx';
import { officialText } from './official-words.ts';

const forms = {
  expect: lazy(async () => ({ default: (await import('./expect-official-form.tsx')).ExpectOfficialForm })),
  record: lazy(async () => ({ default: (await import('./record-official-form.tsx')).RecordOfficialForm })),
} as const;

const useStyles = makeStyles({
  next: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
});

const recordText = (step: OfficialMinutes['step']) =>
  step === 'check' ? 'Say what you found' : step === 'send' ? 'It was sent on' : 'They came';

/** The minutes that the body which held the meeting writes: when they are expected, whether they came, whether they are right. */
export function OfficialSheet({ meeting }: { readonly meeting: MeetingDetail['meeting'] }) {
  const styles = useStyles();
  const [open, setOpen] = useState<keyof typeof forms>();
  const [told, setTold] = useState<string>();
  const buttons = useRef<HTMLDivElement>(null);
  useFocusBack(open !== undefined, buttons);
  const { official } = meeting;
  if (!official) return null;
  const close = () => setOpen(undefined);
  const begin = (form: keyof typeof forms) => {
    setTold(undefined);
    setOpen(form);
  };
  const given = {
    ...{ meeting, official, cancel: close },
    done: (text: string) => {
      close();
      setTold(text);
    },
  };
  const Form = open && forms[open];
  const { rule, chasedOn, checkedByName, step } = official;
  return (
    <Sheet id="official" title="Official minutes">
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      <p className={styles.next}>{officialText(official)}</p>
      {rule && (step === 'wait' || step === 'chase') && (
        <p className={styles.text}>
          {rule.workingDays === 1 ? 'One working day' : `${rule.workingDays} working days`} after the meeting:{' '}
          {rule.source}.
        </p>
      )}
      {chasedOn !== undefined && step === 'chase' && (
        <p className={styles.text}>Lantern last reminded whoever called the meeting on {schoolDate(chasedOn)}.</p>
      )}
      {checkedByName !== undefined && (
        <p className={styles.text}>
          Read by <bdi>{checkedByName}</bdi>. What is wrong in them stands with the minutes.
        </p>
      )}
      {Form ? (
        <Suspense fallback={<Loading label="Opening the form" rows={3} />}>
          <Form {...given} />
        </Suspense>
      ) : (
        (official.mayRecord || official.mayExpect) && (
          <div ref={buttons} className={styles.buttons}>
            {official.mayRecord && <Button onClick={() => begin('record')}>{recordText(step)}</Button>}
            {official.mayExpect && (
              <Button onClick={() => begin('expect')}>
                {official.dueOn === undefined ? 'Say by when' : 'Set another day'}
              </Button>
            )}
          </div>
        )
      )}
    </Sheet>
  );
}
