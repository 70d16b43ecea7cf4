import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ChildDetail, MergeRequest, OtherRecord } from '../../src/areas/people/contract.ts';
import { pupilFields } from '../../src/areas/people/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { FormFrame } from '../concerns/form-frame.tsx';
import { TextField } from '../concerns/text-field.tsx';

export interface MergeFormProps {
  /** The record that goes on. */
  readonly child: ChildDetail;
  readonly other: OtherRecord;
  /** They are two children after all. */
  readonly undo: boolean;
  readonly cancel: () => void;
}

/** Says that two records are one child, or that they are not, with the reason. Once it is decided, the page is asked for anew. */
export function MergeForm({ child, other, undo, cancel }: MergeFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const act = useAct<Omit<MergeRequest, 'form'>>({
    send: (request) => (undo ? api.unmergeChildren(child.id, request) : api.mergeChildren(child.id, request)),
    decided: () => queries.invalidateQueries({ queryKey: ['child'] }),
  });
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector('textarea')?.focus(), []);
  return (
    <div ref={place}>
      <FormFrame
        label={undo ? 'These are two children' : 'These are one child'}
        save={undo ? 'They are two children' : 'Go on as one child'}
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (reason.trim() === '') return;
          act.press({ other: other.id, rev: child.rev, otherRev: other.rev, reason: reason.trim() });
        }}
      >
        <TextField
          label={undo ? 'Why are they two children?' : 'Why are they one child?'}
          hint={
            undo
              ? 'Each record stands by itself again, with the concerns that were decided with it.'
              : 'This record goes on and is found by the names of both. Nothing is deleted, and you can undo it.'
          }
          max={pupilFields.mergedReason.max}
          value={reason}
          change={setReason}
          missing={asked && reason.trim() === '' ? 'Write why.' : undefined}
        />
      </FormFrame>
    </div>
  );
}
