import { makeStyles, tokens } from '@fluentui/react-components';
import { ChildName } from '../components/child-name.tsx';
import type { ChildPage } from '../../src/areas/people/contract.ts';
import { yearText } from '../concerns/year-text.ts';
import { ChildLink } from './child-link.tsx';
import { Sheet } from './sheet.tsx';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
  plain: { margin: 0, maxWidth: '68ch' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '12px' },
  detail: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** Which other children share a parent or guardian. At a school that one does not lead, nobody is named. */
export function FamilySheet({ child, family, schools }: ChildPage) {
  const styles = useStyles();
  const nameOf = (school: string) => schools.find(({ id }) => id === school)?.name ?? 'another school of the trust';
  return (
    <Sheet id="family" title="Family">
      {family.children.length === 0 && family.elsewhere.length === 0 && (
        <p className={styles.text}>The roster names no other child with the same parent or guardian.</p>
      )}
      {family.children.length > 0 && (
        <ul className={styles.list} aria-label="Children of the same family">
          {family.children.map((one) => (
            <li key={one.id}>
              <ChildLink id={one.id}>
                <ChildName name={one.name} />
              </ChildLink>
              <span className={styles.detail}>
                {yearText(one.yearGroup)}, form {one.formGroup}
                {one.school !== child.school && `, ${nameOf(one.school)}`}
                {one.leftAt !== undefined && '. Has left'}
              </span>
              <span className={styles.detail}>
                In common: <ChildName name={one.shares.join(', ')} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {family.elsewhere.map((school) => (
        <p key={school} className={styles.plain}>
          A child of this family is at {nameOf(school)}, which you do not lead. Its safeguarding lead can tell you more.
        </p>
      ))}
    </Sheet>
  );
}
