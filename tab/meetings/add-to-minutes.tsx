import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { MinuteAddendumRequest } from '../../src/areas/meetings/contract.ts';
import { minuteAddendumFields } from '../../src/areas/meetings/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { useFocusBack } from '../components/use-focus-back.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import { TextField } from '../concerns/text-field.tsx';
import { Sheet } from '../people/sheet.tsx';

/** Adds to minutes that were agreed: what was agreed stays as it is. */
export function AddToMinutes({ meeting, done }: { readonly meeting: string; readonly done: (text: string) => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const opener = useRef<HTMLSpanElement>(null);
  useFocusBack(open, opener);
  const close = () => {
    setOpen(false);
    setAsked(false);
  };
  const act = useAct<Omit<MinuteAddendumRequest, 'form'>>({
    send: (request) =>
      api.addMinuteAddendum(meeting, request).then(() => {
        setWords('');
        close();
        done('Your addendum stands beneath the minutes.');
      }),
    decided: () => queries.invalidateQueries({ queryKey: ['minutes', meeting] }),
  });
  if (!open)
    return (
      <span ref={opener}>
        <Button onClick={() => setOpen(true)}>Add an addendum</Button>
      </span>
    );
  return (
    <Sheet id="add" title="Addendum">
      <FormFrame
        label="Addendum"
        save="Add it"
        sending={act.sending}
        failure={act.failure}
        cancel={close}
        submit={() => {
          setAsked(true);
          if (words.trim() !== '') act.press({ words: words.trim() });
        }}
      >
        <TextField
          label={minuteAddendumFields.words.label}
          hint="What was left out, was wrong, or has come to light since. The minutes themselves stay as they were agreed."
          max={minuteAddendumFields.words.max}
          value={words}
          change={setWords}
          missing={asked && words.trim() === '' ? 'Write what you want to add.' : undefined}
        />
      </FormFrame>
    </Sheet>
  );
}
