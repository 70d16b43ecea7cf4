import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Eye20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { Card } from '../components/card.tsx';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { seenQuery } from './queries.ts';
import { SeenList } from './seen-list.tsx';

const useStyles = makeStyles({
  sheet: { padding: '16px 20px', '@media print': { display: 'none' } },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

/** Who has seen a concern, for whoever answers for it. Asked for by a press: asking is in the journal too. */
export function SeenSection({ concernId }: { readonly concernId: string }) {
  const styles = useStyles();
  const [wanted, setWanted] = useState(false);
  const query = useQuery(seenQuery(useApi(), concernId, wanted));
  const title = useRef<HTMLHeadingElement>(null);
  // The button is gone; a keyboard goes on here.
  useEffect(() => {
    if (wanted) title.current?.focus();
  }, [wanted]);
  const { data, error } = query;
  return (
    <Card className={styles.sheet} aria-labelledby="seen">
      <h2 className={styles.title} id="seen" ref={title} tabIndex={-1}>
        Who has seen this
      </h2>
      {!wanted && (
        <Button icon={<Eye20Regular />} onClick={() => setWanted(true)}>
          Show who has seen this
        </Button>
      )}
      {query.isLoading && <Loading label="Looking up who has seen it" rows={3} />}
      {error && <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />}
      {data && !error && <SeenList page={data} />}
    </Card>
  );
}
