import { Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type {
  LayPaperRequest,
  MeetingDetail,
  MeetingPaperItem,
  MeetingPersonItem,
} from '../../../src/areas/meetings/contract.ts';
import { attendance, meetingPaperFields } from '../../../src/areas/meetings/fields.ts';
import { schoolDate } from '../../actions/school-date.ts';
import { useApi } from '../../api/api-context.ts';
import { useAct } from '../../api/use-act.ts';
import { useNames } from '../../components/child-name.tsx';
import { LineField } from '../../components/line-field.tsx';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { FormFrame } from '../../concerns/form-frame.tsx';
import { filesForPapersQuery } from '../queries.ts';

const useStyles = makeStyles({
  people: { display: 'grid', justifyItems: 'start', margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300 },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface LayPaperFormProps {
  readonly meeting: MeetingDetail['meeting'];
  readonly people: readonly MeetingPersonItem[];
  readonly laid: readonly MeetingPaperItem[];
  /** The paper whose list is changed; absent where a file is laid. */
  readonly of?: MeetingPaperItem;
  readonly cancel: () => void;
  /** Called with what to say. */
  readonly done: (text: string) => void;
}

/** Which file of a child’s is laid before the meeting, what it is called there, and who of the staff may read it: nobody by itself. */
export function LayPaperForm({ meeting, people, laid, of, cancel, done }: LayPaperFormProps) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const { hidden } = useNames();
  const note = useId();
  const files = useQuery({ ...filesForPapersQuery(api, meeting.id), enabled: of === undefined });
  const [file, setFile] = useState(of?.document ?? '');
  const [heading, setHeading] = useState(of?.heading ?? '');
  const [readers, setReaders] = useState<readonly string[]>(of?.readers.map(({ invitation }) => invitation) ?? []);
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const ready = of !== undefined || files.data !== undefined;
  // The button that opened the form is gone; a keyboard goes on here.
  useEffect(() => place.current?.querySelector<HTMLElement>('select, input')?.focus(), [ready]);
  const act = useAct<Omit<LayPaperRequest, 'form'>>({
    send: (request) =>
      api
        .layPaper(meeting.id, request)
        .then(() =>
          done(
            request.readers.length === 0
              ? 'Saved. Nobody was chosen to read it.'
              : `Saved. ${request.readers.length} of the staff may read it until ${schoolDate(meeting.papers.until)}.`,
          ),
        ),
    decided: () => queries.invalidateQueries({ queryKey: ['meeting', meeting.id] }),
  });
  if (files.error) return <Notice intent="error">{files.error.message}</Notice>;
  if (!ready) return <Loading label="Looking for files" rows={4} />;
  const offered = (files.data ?? []).filter(({ document }) => !laid.some((paper) => paper.document === document));
  const staff = people.filter(({ as, attendance: said }) => as === 'staff' && said !== 'declined' && said !== 'absent');
  const faults: Readonly<Record<string, string>> = {
    ...act.failure?.fields,
    ...(asked && file === '' && { document: 'Choose a file.' }),
    ...(asked && heading.trim() === '' && { heading: 'Write what it is called.' }),
  };
  return (
    <div ref={place}>
      <FormFrame
        label={of ? `Who may read ${of.heading}` : 'Lay a file before the meeting'}
        save="Save"
        sending={act.sending}
        failure={act.failure}
        cancel={cancel}
        submit={() => {
          setAsked(true);
          if (file !== '' && heading.trim() !== '') act.press({ document: file, heading: heading.trim(), readers });
        }}
      >
        {!of && (
          <Field
            label="File"
            required
            hint={
              offered.length === 0
                ? 'There is no other file of a child of this meeting that you may see. Add it to the concern first.'
                : 'Files of the children of this meeting, and of concerns on its agenda.'
            }
            {...(faults['document'] && { validationMessage: faults['document'] })}
          >
            <Select
              value={file}
              onChange={(_, { value }) => {
                setFile(value);
                setHeading(offered.find(({ document }) => document === value)?.name ?? '');
              }}
            >
              <option value="">Choose…</option>
              {offered.map(({ document, name, concernRef }) => (
                <option key={document} value={document}>
                  {hidden ? `A file of ${concernRef}` : `${name}, ${concernRef}`}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <LineField
          label="What it is called"
          hint="Whoever may read it sees this in their list of meetings. Name no child."
          max={meetingPaperFields.heading.max}
          value={heading}
          change={setHeading}
          fault={faults['heading']}
          required
        />
        <fieldset className={styles.people} aria-describedby={note}>
          <legend className={styles.legend}>Who may read it</legend>
          {staff.map(({ id, name, attendance: said }) => (
            <Checkbox
              key={id}
              label={`${name} (${attendance[said] ?? said})`}
              checked={readers.includes(id)}
              onChange={(_, { checked }) =>
                setReaders(checked === true ? [...readers, id] : readers.filter((one) => one !== id))
              }
            />
          ))}
          <span className={styles.note} id={note}>
            Staff who were asked and have not said no. They can read it until {schoolDate(meeting.papers.until)}, and
            nothing else of the case.
          </span>
        </fieldset>
        {faults['readers'] !== undefined && <Notice intent="error">{faults['readers']}</Notice>}
      </FormFrame>
    </div>
  );
}
