import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { ApiFailure } from '../api/api-failure.ts';
import { usePerson } from '../api/person.ts';
import { GoesTo, thisDevice } from '../components/goes-to.tsx';
import { Notice } from '../components/notice.tsx';
import { saveBlob } from './save-blob.ts';

const useStyles = makeStyles({
  leaving: { display: 'grid', gap: '8px', padding: '4px 0' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface LeavingFileProps {
  readonly name: string;
  readonly mediaType: string;
  readonly fetch: () => Promise<Blob>;
  readonly close: () => void;
}

/** Before a file goes out: who receives it, and that it is confidential; then the file. */
export function LeavingFile({ name, mediaType, fetch, close }: LeavingFileProps) {
  const styles = useStyles();
  const person = usePerson();
  const note = useId();
  const buttons = useRef<HTMLSpanElement>(null);
  const [fetching, setFetching] = useState(false);
  const [failure, setFailure] = useState<string>();
  useEffect(() => buttons.current?.querySelector('button')?.focus(), []);
  const open = async () => {
    setFetching(true);
    setFailure(undefined);
    try {
      saveBlob(await fetch(), { name, mediaType });
      close();
    } catch (error) {
      setFailure(error instanceof ApiFailure ? error.message : 'The file could not be saved. Try again.');
    }
    setFetching(false);
  };
  return (
    <div className={styles.leaving}>
      <GoesTo id={note} to={thisDevice(person?.name)} />
      <span className={styles.buttons} ref={buttons}>
        <Button
          size="small"
          appearance="primary"
          aria-label={`Save ${name}`}
          aria-describedby={note}
          disabledFocusable={fetching}
          onClick={() => void open()}
        >
          {fetching ? 'Fetching…' : 'Save'}
        </Button>
        <Button
          size="small"
          appearance="subtle"
          aria-label={`Do not save ${name}`}
          disabledFocusable={fetching}
          onClick={close}
        >
          Not now
        </Button>
      </span>
      {failure !== undefined && <Notice intent="error">{failure}</Notice>}
    </div>
  );
}
