import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { ListPage } from '../components/list-page.tsx';
import { rolesQuery } from './queries.ts';
import { RoleLists } from './role-lists.tsx';

/** Who is what at the school, and what they may see by it: given, confirmed and ended here. */
export function RolesPage() {
  const query = useQuery(rolesQuery(useApi()));
  return (
    <ListPage
      query={query}
      title="Roles"
      text="Who holds which safeguarding role. A role works from the moment it is given and no longer than it stands here; that of a lead, and any that one gives oneself, waits for a second person."
      loading="Loading the roles"
    >
      {(desk) => <RoleLists desk={desk} />}
    </ListPage>
  );
}
