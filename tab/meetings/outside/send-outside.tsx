import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { MeetingPersonItem } from '../../../src/areas/meetings/contract.ts';
import { useApi } from '../../api/api-context.ts';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { Sheet } from '../../people/sheet.tsx';
import { minutesLinksQuery } from '../queries.ts';
import { PersonOutside } from './person-outside.tsx';

const useStyles = makeStyles({
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gap: '20px', listStyleType: 'none', margin: 0, padding: 0 },
});

export interface SendOutsideProps {
  readonly meeting: string;
  readonly people: readonly MeetingPersonItem[];
}

/** Final minutes on their way to people of other agencies: a link for each, with a code that is told apart from it. */
export function SendOutside({ meeting, people }: SendOutsideProps) {
  const styles = useStyles();
  const { data, error } = useQuery(minutesLinksQuery(useApi(), meeting));
  const professionals = people.filter(({ as }) => as === 'professional');
  if (professionals.length === 0) return null;
  return (
    <Sheet id="outside" title="To people of other agencies">
      <p className={styles.hint}>
        They get an address that works for seven days, and a code that you tell them yourself. What they open names the
        children of this meeting and no other child. What you add to the minutes later is not in it.
      </p>
      {error && <Notice intent="warning">{error.message}</Notice>}
      {data && (
        <ul className={styles.list} aria-labelledby="outside">
          {professionals.map((person) => (
            <PersonOutside
              key={person.id}
              meeting={meeting}
              person={person}
              links={data.items.filter(({ invitation }) => invitation === person.id)}
            />
          ))}
        </ul>
      )}
      {!data && !error && <Loading label="Looking for links" rows={2} />}
    </Sheet>
  );
}
