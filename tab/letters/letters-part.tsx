import { Button, Link as TextLink, makeStyles, tokens } from '@fluentui/react-components';
import { Mail20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { useHref, useLinkClickHandler, useNavigate } from 'react-router';
import { useApi } from '../api/api-context.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Sheet } from '../people/sheet.tsx';
import { LetterRow } from './letter-row.tsx';
import { useFocusBack } from '../components/use-focus-back.ts';
import { lettersQuery } from './queries.ts';
import type { WrittenOf } from './written-of.ts';

const WriteLetterForm = lazy(async () => ({ default: (await import('./write-letter-form.tsx')).WriteLetterForm }));

const useStyles = makeStyles({
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    '@media print': { display: 'none' },
  },
});

/** The letters of a meeting or of a concern, and the way to a new one. */
export function LettersPart({ of }: { readonly of: WrittenOf }) {
  const styles = useStyles();
  const navigate = useNavigate();
  const [writing, setWriting] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const query = useQuery(
    'meeting' in of
      ? lettersQuery(useApi(), 'meeting', of.meeting.id)
      : lettersQuery(useApi(), 'concern', of.concern.id),
  );
  const { data, error } = query;
  // Of which child a letter would be is said first.
  const mayWrite = 'meeting' in of || of.concern.childId !== undefined;
  const close = () => setWriting(false);
  useFocusBack(writing, opener);
  return (
    <Sheet id="letters" title={data && data.length > 0 ? `Letters (${data.length})` : 'Letters'}>
      {!data && error && (
        <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
      )}
      {!data && !error && <Loading label="Loading the letters" rows={2} />}
      {data?.length === 0 && (
        <p className={styles.none}>
          {mayWrite
            ? 'No letter has been written yet.'
            : 'Say first which child this is about; then letters can be written.'}
        </p>
      )}
      {data && data.length > 0 && (
        <ul className={styles.list} aria-label="Letters">
          {data.map((letter) => (
            <LetterRow key={letter.id} letter={letter} />
          ))}
        </ul>
      )}
      {writing ? (
        <Suspense fallback={<Loading label="Opening the form" rows={4} />}>
          <WriteLetterForm of={of} cancel={close} done={(letter) => void navigate(`/letters/${letter}`)} />
        </Suspense>
      ) : (
        mayWrite && (
          <div ref={opener} className={styles.buttons}>
            <Button icon={<Mail20Regular />} onClick={() => setWriting(true)}>
              Write a letter
            </Button>
            <TemplatesLink />
          </div>
        )
      )}
    </Sheet>
  );
}

function TemplatesLink() {
  const go = useLinkClickHandler<HTMLAnchorElement>('/letters');
  return (
    <TextLink href={useHref('/letters')} onClick={(event) => go(event)}>
      Templates
    </TextLink>
  );
}
