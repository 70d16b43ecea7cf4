import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { schoolDate } from '../../actions/school-date.ts';
import { useApi } from '../../api/api-context.ts';
import { WayLink } from '../../components/way-link.tsx';
import { Sheet } from '../../people/sheet.tsx';
import { dayOf, kindText } from '../meeting-words.ts';
import { contributionsOfConcernQuery } from '../queries.ts';
import { statusText } from './brings-words.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '10px', listStyleType: 'none', margin: 0, padding: 0 },
  part: { display: 'grid', gap: '2px', justifyItems: 'start', overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** To which meetings the school brought something about the child, with the way to each; nothing where there is none. */
export function BroughtSection({ concernId }: { readonly concernId: string }) {
  const styles = useStyles();
  const { data } = useQuery(contributionsOfConcernQuery(useApi(), concernId));
  if (!data || data.items.length === 0) return null;
  return (
    <Sheet id="brought" title="Brought to meetings">
      <ul className={styles.list} aria-labelledby="brought">
        {data.items.map((item) => (
          <li key={item.id} className={styles.part}>
            <WayLink to={`/meetings/${item.meeting}`}>
              {kindText(item.kind)}, {schoolDate(dayOf(item))}
            </WayLink>
            <span className={styles.detail}>
              {item.meetingRef} ·{' '}
              {statusText({
                ...{ status: item.status, version: item.version },
                ...(item.how !== undefined &&
                  item.givenOn !== undefined && {
                    given: { how: item.how, on: item.givenOn, byName: item.givenByName ?? '' },
                  }),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
