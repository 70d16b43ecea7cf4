import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import type { JournalFile, JournalFilter } from '../../src/areas/journal/contract.ts';
import { mostExported } from '../../src/areas/journal/fields.ts';
import { useEffect, useId, useRef } from 'react';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { usePerson } from '../api/person.ts';
import { GoesTo, thisDevice } from '../components/goes-to.tsx';
import { Notice } from '../components/notice.tsx';
import { saveBlob } from '../files/save-blob.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    paddingBottom: '12px',
    '@media print': { display: 'none' },
  },
  text: { margin: 0, color: tokens.colorNeutralForeground1, maxWidth: '68ch' },
});

/** What is shown by the filter as a file: first how much it is and where it may be kept, then the file. */
export function TakeOut({ filter }: { readonly filter: JournalFilter }) {
  const styles = useStyles();
  const api = useApi();
  const act = useAct<JournalFilter, JournalFile>({ send: api.exportJournal, decided: async () => undefined });
  const person = usePerson();
  const note = useId();
  const row = useRef<HTMLDivElement>(null);
  const file = act.answer;
  // The button that asked for it is gone; a keyboard goes on at the one that saves it.
  useEffect(() => {
    if (file) row.current?.querySelector('button')?.focus();
  }, [file]);
  const save = ({ csv, name }: JournalFile) =>
    saveBlob(new Blob([csv], { type: 'text/csv;charset=utf-8' }), { name, mediaType: 'text/csv' });
  return (
    <>
      <div className={styles.row} ref={row}>
        {file ? (
          <>
            <p className={styles.text} role="status">
              {countText(file)}
            </p>
            <GoesTo id={note} to={thisDevice(person?.name)} />
            <Button aria-describedby={note} icon={<ArrowDownload20Regular />} onClick={() => save(file)}>
              Save {file.name}
            </Button>
          </>
        ) : (
          <Button
            appearance="subtle"
            icon={<ArrowDownload20Regular />}
            disabledFocusable={act.sending}
            onClick={() => act.press(filter)}
          >
            {act.sending ? 'Gathering the entries…' : 'Take out as a CSV file'}
          </Button>
        )}
      </div>
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </>
  );
}

const countText = ({ lines, cut }: JournalFile): string =>
  `${lines.toLocaleString('en-GB')} ${lines === 1 ? 'entry' : 'entries'}.` +
  (cut
    ? ` There are more: a file holds the newest ${mostExported.toLocaleString('en-GB')}. Narrow the days for the rest.`
    : '');
