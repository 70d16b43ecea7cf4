import { Button, makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { useNow } from '../api/clock-context.ts';
import { useNames } from '../components/child-name.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { schoolDayOf } from '../components/school-time.ts';
import { emptyLetter } from './letter-draft.ts';
import { LetterForm, type LetterFormProps } from './letter-form.tsx';
import { templatesQuery } from './queries.ts';

const useStyles = makeStyles({ hidden: { display: 'grid', gap: '12px', justifyItems: 'start' } });

/** Writes a letter, once names may be seen: it is about a child. */
export function WriteLetterForm(props: Omit<LetterFormProps, 'templates' | 'draft' | 'change'>) {
  const styles = useStyles();
  const { hidden } = useNames();
  const today = schoolDayOf(useNow());
  const [draft, setDraft] = useState(() => emptyLetter(today));
  const query = useQuery(templatesQuery(useApi()));
  const { data, error } = query;
  // What was written stays in memory meanwhile.
  if (hidden)
    return (
      <div className={styles.hidden}>
        <Notice intent="warning">
          Names are hidden now, and a letter names a child. Show names, then go on writing.
        </Notice>
        <Button onClick={props.cancel}>Close the letter</Button>
      </div>
    );
  if (data) {
    const school = 'meeting' in props.of ? props.of.meeting.school : props.of.concern.school;
    const offered = data.page.items.filter((one) => one.school === school && one.retiredAt === undefined);
    return <LetterForm {...props} templates={offered} draft={draft} change={setDraft} />;
  }
  return error ? (
    <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
  ) : (
    <Loading label="Opening the form" rows={4} />
  );
}
