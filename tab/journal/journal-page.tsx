import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { Link } from 'react-router';
import { Card } from '../components/card.tsx';
import { Answer } from '../components/answer.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { WayBack } from '../components/way-back.tsx';
import { JournalPart } from './journal-part.tsx';
import { ProofPart } from './proof-part.tsx';
import { proofQuery } from './queries.ts';

const useStyles = makeStyles({
  head: { padding: '12px 0' },
  way: { marginTop: '12px', padding: '12px 20px', '@media print': { display: 'none' } },
  link: { color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightSemibold },
  text: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
});

/** What everyone did at the school, for whoever may read it; and the proof that it is as it was written. */
export function JournalPage() {
  const styles = useStyles();
  const query = useQuery(proofQuery(useApi()));
  return (
    <>
      <WayBack current="Journal" />
      <main>
        <div className={styles.head}>
          <PageHeading>Journal</PageHeading>
          <p className={styles.text}>
            Acts and looks at your school, as far as you may know of them. Nobody can change it, and reading it is in it
            too.
          </p>
        </div>
        <Answer query={query} loading="Loading the journal" rows={6}>
          {(desk) => (
            <>
              <ProofPart desk={desk} cameAt={query.dataUpdatedAt} />
              {desk.mayWatch && (
                <Card className={styles.way}>
                  <Link to="/settings/journal/unusual" className={styles.link}>
                    Unusual reading in the last seven days
                  </Link>
                  <p className={styles.text}>
                    Many cases within an hour, a child of one’s own name, refusals, break-glass.
                  </p>
                </Card>
              )}
              {desk.mayRead && <JournalPart />}
            </>
          )}
        </Answer>
      </main>
    </>
  );
}
