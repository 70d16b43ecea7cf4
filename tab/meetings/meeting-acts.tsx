import { Button, makeStyles } from '@fluentui/react-components';
import { CalendarCancel20Regular, CalendarClock20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useRef, useState } from 'react';
import type { MeetingDetail } from '../../src/areas/meetings/contract.ts';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { useFocusBack } from '../components/use-focus-back.ts';
import { Sheet } from '../people/sheet.tsx';
import { CancelMeetingForm } from './cancel-meeting-form.tsx';

const MoveMeetingForm = lazy(async () => ({ default: (await import('./move-meeting-form.tsx')).MoveMeetingForm }));

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '12px', '@media print': { display: 'none' } },
  form: { paddingTop: '12px' },
});

const titles = { move: 'Change time or place', cancel: 'Cancel the meeting' } as const;

/** What may be done to a meeting as a whole: move it, and cancel it. */
export function MeetingActs({ meeting }: { readonly meeting: MeetingDetail['meeting'] }) {
  const styles = useStyles();
  const [open, setOpen] = useState<keyof typeof titles>();
  const [told, setTold] = useState<string>();
  const buttons = useRef<HTMLDivElement>(null);
  useFocusBack(open !== undefined, buttons);
  const close = () => setOpen(undefined);
  const begin = (form: keyof typeof titles) => {
    setTold(undefined);
    setOpen(form);
  };
  const given = {
    meeting,
    cancel: close,
    done: (text: string) => {
      close();
      setTold(text);
    },
  };
  const may = meeting.mayChange || meeting.mayCancel;
  return (
    <>
      {told !== undefined && <Notice intent="success">{told}</Notice>}
      {may && open === undefined && (
        <div ref={buttons} className={styles.buttons}>
          {meeting.mayChange && (
            <Button icon={<CalendarClock20Regular />} onClick={() => begin('move')}>
              {titles.move}
            </Button>
          )}
          {meeting.mayCancel && (
            <Button icon={<CalendarCancel20Regular />} onClick={() => begin('cancel')}>
              {titles.cancel}
            </Button>
          )}
        </div>
      )}
      {open !== undefined && (
        <div className={styles.form}>
          <Sheet id="act" title={titles[open]}>
            {open === 'cancel' ? (
              <CancelMeetingForm {...given} />
            ) : (
              <Suspense fallback={<Loading label="Opening the form" rows={4} />}>
                <MoveMeetingForm {...given} />
              </Suspense>
            )}
          </Sheet>
        </div>
      )}
    </>
  );
}
