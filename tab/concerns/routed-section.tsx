import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RoutedItem, RoutedPage } from '../../src/areas/concerns/contract.ts';
import { team } from '../../src/areas/concerns/fields.ts';
import { useApi } from '../api/api-context.ts';
import { useAct } from '../api/use-act.ts';
import { Card } from '../components/card.tsx';
import { ChildName, useChildName } from '../components/child-name.tsx';
import { Notice } from '../components/notice.tsx';
import { When } from '../components/when.tsx';
import { routedQuery } from './queries.ts';
import { yearText } from './year-text.ts';

const useStyles = makeStyles({
  sheet: { padding: '16px 20px', marginBottom: '16px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  how: { margin: '4px 0 12px', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '16px' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', color: tokens.colorNeutralForeground2 },
  child: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  line: { margin: '4px 0', overflowWrap: 'anywhere' },
  button: { '@media print': { display: 'none' } },
});

/** The lines that safeguarding passed to one's team, each with a button that says one sees to it. Empty: nothing is drawn. */
export function RoutedSection({ first }: { readonly first: RoutedPage }) {
  const styles = useStyles();
  const { data } = useQuery({ ...routedQuery(useApi()), initialData: first });
  if (data.items.length === 0) return null;
  return (
    <Card className={styles.sheet} aria-labelledby="routed">
      <h2 className={styles.title} id="routed">
        Passed to your team
      </h2>
      <p className={styles.how}>
        What safeguarding wants you to know. The concern itself stays with them: ask them when you need more.
      </p>
      <ul className={styles.list}>
        {data.items.map((item) => (
          <RoutedLine key={item.id} item={item} />
        ))}
      </ul>
    </Card>
  );
}

function RoutedLine({ item }: { readonly item: RoutedItem }) {
  const styles = useStyles();
  const shown = useChildName();
  const api = useApi();
  const queries = useQueryClient();
  const act = useAct<object>({
    send: (request) => api.acknowledge(item.id, request),
    decided: () => queries.invalidateQueries({ queryKey: ['routed'] }),
  });
  return (
    <li>
      <span className={styles.head}>
        <ChildName className={styles.child} name={item.child} press />
        {item.yearGroup && <span>{yearText(item.yearGroup)}</span>}
        <span>
          {team[item.team]}, from <bdi>{item.by}</bdi>, {item.ref}
        </span>
        <When instant={item.at} />
      </span>
      <p className={styles.line} dir="auto">
        {item.line}
      </p>
      {item.seenAt ? (
        <span className={styles.head}>
          Seen by <bdi>{item.seenByName}</bdi>
        </span>
      ) : (
        <Button
          className={styles.button}
          aria-label={`I see to this: ${shown(item.child)}`}
          disabledFocusable={act.sending}
          onClick={() => act.press({})}
        >
          {act.sending ? 'Saving…' : 'I see to this'}
        </Button>
      )}
      {act.failure && <Notice intent="error">{act.failure.message}</Notice>}
    </li>
  );
}
