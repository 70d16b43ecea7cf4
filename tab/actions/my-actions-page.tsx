import { useQuery } from '@tanstack/react-query';
import type { ActionDesk } from '../../src/areas/actions/contract.ts';
import { useApi } from '../api/api-context.ts';
import { ListPage } from '../components/list-page.tsx';
import { ActionEntry } from './action-entry.tsx';
import { ActionList } from './action-list.tsx';
import { OwnEntry } from './own-entry.tsx';
import { actionsQuery } from './queries.ts';

/** What one was asked to do; for leads also what waits to be verified and what others have to do. */
export function MyActionsPage() {
  const query = useQuery(actionsQuery(useApi()));
  return (
    <ListPage query={query} title="My actions" loading="Loading your actions">
      {(desk) => <Lists desk={desk} />}
    </ListPage>
  );
}

/** Within the circle one's own actions are read as the circle reads them. */
function Lists({ desk: { mine, open } }: { readonly desk: ActionDesk }) {
  const circle = open?.items ?? [];
  const entryOf = (action: (typeof mine.items)[number]) => {
    const within = circle.find(({ id }) => id === action.id);
    return within ? (
      <ActionEntry key={action.id} action={within} linked />
    ) : (
      <OwnEntry key={action.id} action={action} />
    );
  };
  const toDo = mine.items.filter(({ abilities }) => abilities.complete);
  const before = mine.items.filter(({ abilities }) => !abilities.complete);
  const toVerify = circle.filter(({ abilities }) => abilities.verify);
  const others = circle.filter(({ mine: own, status }) => !own && status !== 'done-unverified');
  const entries = (actions: typeof circle) =>
    actions.map((action) => <ActionEntry key={action.id} action={action} linked />);
  return (
    <>
      <ActionList id="to-do" title="To do" none="Nobody has asked you to do anything." entries={toDo.map(entryOf)} />
      {open && (
        <ActionList id="to-verify" title="To verify" none="Nothing waits for you." entries={entries(toVerify)} />
      )}
      {open && (
        <ActionList id="others" title="With others" none="Nobody else has anything to do." entries={entries(others)} />
      )}
      {before.length > 0 && <ActionList id="done" title="Done" none="" entries={before.map(entryOf)} />}
    </>
  );
}
