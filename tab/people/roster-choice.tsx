import { Button, Field, Radio, RadioGroup, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  HeldRoster,
  PlannedAnswer,
  PreviewRequest,
  RosterPreview,
  RosterSource,
  SchoolName,
  UnreadableRoster,
} from '../../src/areas/people/contract.ts';
import { rosterSource } from '../../src/areas/people/fields.ts';
import { useApi } from '../api/api-context.ts';
import type { ApiFailure } from '../api/api-failure.ts';
import { Card } from '../components/card.tsx';
import { Notice } from '../components/notice.tsx';
import { chosenFiles, type Chosen } from './roster-files.ts';

const useStyles = makeStyles({
  card: { padding: '20px' },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '16px',
    maxWidth: '680px',
    '& .fui-Select, & .fui-Select__select': { minWidth: 0 },
  },
  files: {
    maxWidth: '100%',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    color: 'inherit',
    '::file-selector-button': {
      marginRight: '12px',
      padding: '5px 12px',
      fontFamily: 'inherit',
      fontSize: 'inherit',
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      cursor: 'pointer',
    },
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  send: { justifySelf: 'start' },
});

const hints: Readonly<Record<RosterSource, string>> = {
  files:
    'A School Data Sync or OneRoster export of your management information system: the whole roll of the school. Children who are not in it count as having left.',
  'school-data-sync':
    'What School Data Sync keeps in Microsoft 365. It adds children and staff whom Lantern does not know, and of others fills in only what is empty. A child without an account is not in it, so nobody counts as having left but those whom it brought itself.',
};

export interface RosterChoiceProps {
  /** Where the person may import and nothing goes on. */
  readonly schools: readonly [SchoolName, ...SchoolName[]];
  readonly shown: (preview: PlannedAnswer & HeldRoster) => void;
}

/** Which roster, for which school; the first press only looks. */
export function RosterChoice({ schools, shown }: RosterChoiceProps) {
  const styles = useStyles();
  const api = useApi();
  const [picked, setPicked] = useState(schools[0].id);
  const [source, setSource] = useState<RosterSource>('files');
  const [chosen, setChosen] = useState<Chosen>();
  const [reading, setReading] = useState(false);
  const [missing, setMissing] = useState(false);
  const [org, setOrg] = useState('');
  const look = useMutation<RosterPreview, ApiFailure, PreviewRequest>({
    mutationFn: (request) => api.previewRoster(request),
    onSuccess: (answer) => {
      if (answer.state !== 'unreadable') shown(answer);
    },
  });
  const school = schools.find(({ id }) => id === picked) ?? schools[0];
  const unreadable: UnreadableRoster | undefined = look.data?.state === 'unreadable' ? look.data : undefined;
  const anew = () => {
    look.reset();
    setOrg('');
    setMissing(false);
  };
  const choose = async (list: FileList | null) => {
    anew();
    setChosen(undefined);
    if (!list || list.length === 0) return;
    setReading(true);
    setChosen(await chosenFiles([...list]));
    setReading(false);
  };
  const press = () => {
    if (look.isPending || reading) return;
    const where = { school: school.id, ...(org !== '' && { org }) };
    if (source === 'school-data-sync') look.mutate({ source, ...where });
    else if (chosen?.ok) look.mutate({ source, files: chosen.chosen.files, ...where });
    else setMissing(chosen === undefined);
  };
  const passedOver = chosen?.ok ? chosen.chosen.passedOver : [];
  return (
    <Card className={styles.card} aria-label="Choose a roster">
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          press();
        }}
      >
        {schools.length > 1 && (
          <Field label="School">
            <Select
              value={school.id}
              onChange={(_, { value }) => {
                anew();
                setPicked(value);
              }}
            >
              {schools.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label="Where does the roster come from?">
          <RadioGroup
            value={source}
            onChange={(_, { value }) => {
              anew();
              setSource(value as RosterSource);
            }}
          >
            {(Object.keys(rosterSource) as RosterSource[]).map((id) => (
              <Radio key={id} value={id} label={rosterSource[id]} />
            ))}
          </RadioGroup>
        </Field>
        <p className={styles.text}>{hints[source]}</p>
        {source === 'files' && (
          <Field
            label="Files of the roster"
            hint="Several CSV files, or one zip that holds them."
            required
            {...(missing && { validationMessage: 'Choose the files of the roster.' })}
          >
            {(field) => (
              <input
                {...field}
                className={styles.files}
                type="file"
                multiple
                accept=".csv,.zip"
                onChange={({ target }) => void choose(target.files)}
              />
            )}
          </Field>
        )}
        {source === 'files' && chosen && !chosen.ok && <Notice intent="error">{chosen.why}</Notice>}
        {source === 'files' && passedOver.length > 0 && (
          <p className={styles.text}>{`Passed over, for they are no files of a roster: ${passedOver.join(', ')}.`}</p>
        )}
        {unreadable && <Notice intent="error">{unreadable.why}</Notice>}
        {unreadable?.orgs && (
          <Field label={`Which of these is ${school.name}?`}>
            <Select value={org} onChange={(_, { value }) => setOrg(value)}>
              <option value="">Choose a school</option>
              {unreadable.orgs.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name === id ? id : `${name} (${id})`}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {look.error && <Notice intent="error">{look.error.message}</Notice>}
        <Button
          type="submit"
          appearance="primary"
          className={styles.send}
          disabledFocusable={look.isPending || reading}
        >
          {look.isPending ? 'Reading the roster…' : 'Show what would change'}
        </Button>
      </form>
    </Card>
  );
}
