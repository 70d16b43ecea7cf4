import { Button, Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChannelItem, ConfigureChannelRequest } from '../../../src/areas/channels/contract.ts';
import { channelAudience } from '../../../src/areas/channels/fields.ts';
import { meetingKind } from '../../../src/areas/meetings/fields.ts';
import type { SchoolName } from '../../../src/areas/people/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { Notice } from '../../components/notice.tsx';
import { FormFrame } from '../../concerns/form-frame.tsx';

type Kind = keyof typeof meetingKind;
type Audience = ConfigureChannelRequest['audience'];

const useStyles = makeStyles({
  set: { display: 'grid', gap: '8px', justifyItems: 'start' },
  text: { margin: 0, overflowWrap: 'anywhere' },
  kinds: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300 },
});

export interface ChannelFormProps {
  readonly channel: ChannelItem;
  readonly school: SchoolName;
  /** Kinds whose minutes may go to a channel at all. */
  readonly kinds: readonly Kind[];
  /** There is no other school to tell it from. */
  readonly only: boolean;
}

/** What is set up for a channel at a school, and the form that changes it. */
export function ChannelForm({ channel, school, kinds, only }: ChannelFormProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const there = channel.setUp.find((one) => one.school === school.id);
  const removed = there?.status === 'removed';
  const text = there
    ? `${there.kinds.length === 0 ? 'No minutes' : there.kinds.map((kind) => meetingKind[kind] ?? kind).join(', ')}. For: ${channelAudience[there.audience].toLowerCase()}. Set up by ${there.by}.`
    : 'Nothing is posted here yet. Once it is set up, minutes and bulletins may be.';
  return (
    <div className={styles.set}>
      {removed && <Notice intent="warning">Lantern was removed from this channel, so nothing is posted there.</Notice>}
      <p className={styles.text}>{only ? text : `${school.name}: ${text}`}</p>
      {!removed && !open && (
        <Button
          onClick={() => setOpen(true)}
          aria-label={`${there ? 'Change' : 'Set up'} ${channel.name}${only ? '' : `, ${school.name}`}`}
        >
          {there ? 'Change' : 'Set up'}
        </Button>
      )}
      {open && <Form channel={channel} school={school} offered={kinds} close={() => setOpen(false)} />}
    </div>
  );
}

interface FormProps extends Pick<ChannelFormProps, 'channel' | 'school'> {
  readonly offered: readonly Kind[];
  readonly close: () => void;
}

function Form({ channel, school, offered, close }: FormProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const there = channel.setUp.find((one) => one.school === school.id);
  const [audience, setAudience] = useState<Audience | ''>(there?.audience ?? '');
  const [kinds, setKinds] = useState<ReadonlySet<Kind>>(new Set(there?.kinds));
  const [asked, setAsked] = useState(false);
  const act = useAct<Omit<ConfigureChannelRequest, 'form'>>({
    send: (request) => api.configureChannel(request).then(close),
    decided: () => queries.invalidateQueries({ queryKey: ['channels'] }),
  });
  return (
    <FormFrame
      label={`Minutes for ${channel.name}`}
      save="Save"
      sending={act.sending}
      failure={act.failure}
      cancel={close}
      submit={() => {
        setAsked(true);
        if (audience === '') return;
        act.press({ school: school.id, channel: channel.channel, audience, kinds: [...kinds] });
      }}
    >
      <Field
        label="For whom the channel is"
        required
        hint="Whoever else sits in it is shown before anything is posted. Guests always keep it from being posted."
        {...(asked && audience === '' && { validationMessage: 'Choose for whom it is.' })}
      >
        <Select value={audience} onChange={(_, { value }) => setAudience(value as Audience | '')}>
          <option value="">Choose</option>
          {Object.entries(channelAudience).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className={styles.kinds}>
        <legend className={styles.legend}>Minutes that may be posted here</legend>
        {offered.map((kind) => (
          <Checkbox
            key={kind}
            label={meetingKind[kind]}
            checked={kinds.has(kind)}
            onChange={(_, { checked }) =>
              setKinds((before) => new Set(checked ? [...before, kind] : [...before].filter((one) => one !== kind)))
            }
          />
        ))}
      </fieldset>
    </FormFrame>
  );
}
