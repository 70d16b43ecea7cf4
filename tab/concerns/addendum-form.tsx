import { useState } from 'react';
import { addendumFields } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import type { ActFormProps } from './act-form-props.ts';
import { FormFrame } from './form-frame.tsx';
import { TextField } from './text-field.tsx';
import { useConcernAct } from './use-concern-act.ts';

export interface AddendumFormProps extends Pick<ActFormProps, 'done' | 'cancel'> {
  readonly concern: { readonly id: string; readonly ref: string };
}

/** More about a concern. What was written before stays as it is. */
export function AddendumForm({ concern, done, cancel }: AddendumFormProps) {
  const api = useApi();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const empty = words.trim() === '';
  const act = useConcernAct<{ readonly words: string }>(concern.id, (request) =>
    api.addAddendum(concern.id, request).then(() => done(`Added to ${concern.ref}. It is received and safe.`)),
  );
  return (
    <FormFrame
      label={`Add to ${concern.ref}`}
      save="Add"
      sending={act.sending}
      failure={act.failure}
      cancel={cancel}
      submit={() => {
        setAsked(true);
        if (!empty) act.press({ words: words.trim() });
      }}
    >
      <TextField
        label="What do you want to add?"
        hint="It is kept with your name and the time. What was written before stays as it is."
        max={addendumFields.words.max}
        value={words}
        change={setWords}
        missing={asked && empty ? 'Write what you want to add.' : undefined}
      />
    </FormFrame>
  );
}
