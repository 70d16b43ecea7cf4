import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ChildDetail } from '../../src/areas/people/contract.ts';
import { earlierFile, pupilFields as fields } from '../../src/areas/people/fields.ts';
import { ChildName, useChildName } from '../components/child-name.tsx';
import { When } from '../components/when.tsx';
import { bornText } from '../concerns/born-text.ts';
import { yearText } from '../concerns/year-text.ts';

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gap: '12px' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  name: { display: 'block' },
});

/** Who a child is, by all their names; what is empty is left out. */
export function ChildDetails({ child, school }: { readonly child: ChildDetail; readonly school: string }) {
  const styles = useStyles();
  const shown = useChildName();
  const former = child.formerNames.map((name) => <ChildName key={name} className={styles.name} name={name} />);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [fields.givenName.label, shown(child.givenName)],
    [fields.middleNames.label, child.middleNames && shown(child.middleNames)],
    [fields.familyName.label, shown(child.familyName)],
    [fields.knownAs.label, child.knownAs && shown(child.knownAs)],
    [fields.formerNames.label, former.length > 0 ? former : undefined],
    [fields.birthDate.label, child.birthDate && bornText(child.birthDate)],
    [fields.yearGroup.label, yearText(child.yearGroup)],
    [fields.formGroup.label, child.formGroup],
    ['School', school],
    ['On the roll', child.leftAt === undefined ? 'Yes' : undefined],
    ['Left, by the roster', child.leftAt && <When instant={child.leftAt} />],
    [fields.earlierFile.label, child.earlierFile && (earlierFile[child.earlierFile] ?? child.earlierFile)],
  ];
  return (
    <dl className={styles.list}>
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value} dir="auto">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
