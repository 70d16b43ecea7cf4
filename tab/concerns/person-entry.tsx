import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PersonItem } from '../../src/areas/concerns/contract.ts';
import { personRole } from '../../src/areas/concerns/fields.ts';
import { ChildName, useChildName } from '../components/child-name.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { ChildLink } from '../people/child-link.tsx';
import { yearText } from './year-text.ts';

const useStyles = makeStyles({
  entry: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', justifyContent: 'space-between', alignItems: 'center' },
  who: { minWidth: 0, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  button: { '@media print': { display: 'none' } },
});

export interface PersonEntryProps {
  readonly name: string;
  /** Absent where it has not been said. */
  readonly role?: PersonItem['role'] | undefined;
  readonly yearGroup?: string | undefined;
  /** Of a child of the roll: the name leads to their page. */
  readonly childId?: string | undefined;
  readonly about: string;
  readonly filed?: PersonItem['filed'];
  readonly act?: { readonly title: string; readonly press: () => void };
}

/** One person in a report: name, role, and what may be done. */
export function PersonEntry({ name, role, yearGroup, childId, about, filed, act }: PersonEntryProps) {
  const styles = useStyles();
  const shown = useChildName();
  return (
    <li className={styles.entry}>
      <span className={styles.who}>
        <span className={styles.line}>
          <span className={styles.name}>
            {childId === undefined ? (
              <ChildName name={name} press />
            ) : (
              <ChildLink id={childId}>
                <ChildName name={name} />
              </ChildLink>
            )}
          </span>
          {yearGroup !== undefined && <span>{yearText(yearGroup)}</span>}
          <Badge appearance="outline" color="informative">
            {role ? (personRole[role] ?? role) : 'Role not said'}
          </Badge>
          {filed && filed !== 'filed' && <FiledMark filed={filed} />}
        </span>
        <span className={styles.detail} dir="auto">
          {about}
        </span>
      </span>
      {act && (
        <Button className={styles.button} size="small" aria-label={`${act.title}: ${shown(name)}`} onClick={act.press}>
          {act.title}
        </Button>
      )}
    </li>
  );
}
