import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { closing } from '../api/closing.ts';
import { FailurePage } from '../components/failure-page.tsx';
import { Loading } from '../components/loading.tsx';
import { Notice } from '../components/notice.tsx';
import { PanelHead } from '../components/panel-head.tsx';
import { WayBack } from '../concerns/way-back.tsx';
import { rolesQuery } from './queries.ts';
import { RoleLists } from './role-lists.tsx';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
});

/** Who is what at the school, and what they may see by it: given, confirmed and ended here. */
export function RolesPage() {
  const styles = useStyles();
  const query = useQuery(rolesQuery(useApi()));
  const { data, error } = query;
  const shown = error && closing.has(error.code) ? undefined : data;
  return (
    <>
      <WayBack current="Roles" />
      <main>
        <PanelHead
          title="Roles"
          updatedAt={query.dataUpdatedAt}
          refresh={async () => (await query.refetch()).isSuccess}
        />
        <p className={styles.text}>
          Who holds which safeguarding role. A role works from the moment it is given and no longer than it stands here;
          that of a lead, and any that one gives oneself, waits for a second person.
        </p>
        {shown && error && <Notice intent="warning">{`This may be out of date. ${error.message}`}</Notice>}
        {shown && <RoleLists desk={shown} />}
        {!shown && error && (
          <FailurePage code={error.code} message={error.message} level={2} retry={() => void query.refetch()} />
        )}
        {!shown && !error && <Loading label="Loading the roles" rows={5} />}
      </main>
    </>
  );
}
