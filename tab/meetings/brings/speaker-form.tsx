import { Field, Select } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { NameSpeakerRequest } from '../../../src/areas/meetings/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { FailurePage } from '../../components/failure-page.tsx';
import { Loading } from '../../components/loading.tsx';
import { FormFrame } from '../../concerns/form-frame.tsx';
import { speakersQuery } from '../queries.ts';
import type { BringsFormProps } from './brings-form-props.ts';

/** Who speaks for the school about the child: of those who were asked to the meeting and may know of the child’s concern. */
export function SpeakerForm({ meeting, item, close }: BringsFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const query = useQuery(speakersQuery(api, meeting));
  const [speaker, setSpeaker] = useState(item.speaker ?? '');
  const place = useRef<HTMLDivElement>(null);
  const there = query.data !== undefined;
  useEffect(() => {
    if (there) place.current?.querySelector('select')?.focus();
  }, [there]);
  const act = useAct<Omit<NameSpeakerRequest, 'form'>>({
    send: (request) => api.nameSpeaker(item.id, request).then(() => close('Saved.')),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting, 'brings'] }),
  });
  if (query.error)
    return (
      <FailurePage code={query.error.code} message={query.error.message} level={2} retry={() => void query.refetch()} />
    );
  if (!query.data) return <Loading label="Looking up who could speak" rows={2} />;
  const offered = query.data.items.filter((one) => one.place === item.place);
  const fault = act.failure?.fields?.['speaker'];
  return (
    <div ref={place}>
      <FormFrame
        label="Who speaks for the school"
        save="Save"
        sending={act.sending}
        failure={act.failure}
        cancel={() => close()}
        submit={() => act.press({ meeting, rev: item.rev, ...(speaker !== '' && { speaker }) })}
      >
        <Field
          label="Who speaks for the school"
          hint="Of those who were asked to the meeting: safeguarding leads, and whoever was given the child’s concern. They read and write this, as long as they are in the circle of that concern."
          {...(fault && { validationMessage: fault })}
        >
          <Select value={speaker} onChange={(_, { value }) => setSpeaker(value)}>
            <option value="">A safeguarding lead</option>
            {offered.map(({ person, name }) => (
              <option key={person} value={person}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </FormFrame>
    </div>
  );
}
