import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PanelHead } from '../components/panel-head.tsx';
import { WayBack } from '../concerns/way-back.tsx';
import { AccessLists } from './access-lists.tsx';
import { needToKnowQuery } from './queries.ts';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
});

/** After these what was shown must go from the screen: it is not, or no longer, for whoever is looking. */
const closing = new Set(['not-found', 'not-signed-in', 'wrong-organisation']);

/** Who may see single cases beside the leads, and who must not see some. */
export function NeedToKnowPage() {
  const styles = useStyles();
  const query = useQuery(needToKnowQuery(useApi()));
  const { data, error } = query;
  const shown = error && closing.has(error.code) ? undefined : data;
  return (
    <>
      <WayBack current="Need to know" />
      <main>
        <PanelHead
          title="Need to know"
          updatedAt={query.dataUpdatedAt}
          refresh={async () => (await query.refetch()).isSuccess}
        />
        <p className={styles.text}>
          Safeguarding leads see the concerns of their school. Here stands who was given a single case beside them, who
          opened a child’s file when no lead could be reached, and who is kept from a child’s cases: their own child’s,
          for instance.
        </p>
        {shown && error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
        {shown && <AccessLists desk={shown} />}
        {!shown && error && (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        )}
        {!shown && !error && <Loading label="Loading who may see single cases" rows={5} />}
      </main>
    </>
  );
}
