import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useChildName } from '../components/child-name.tsx';
import type { ChildDetail, OtherRecord } from '../../src/areas/people/contract.ts';
import { pupilFields as fields } from '../../src/areas/people/fields.ts';
import { bornText } from '../concerns/born-text.ts';
import { yearText } from '../concerns/year-text.ts';
import { ChildLink } from './child-link.tsx';

const useStyles = makeStyles({
  beside: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    gap: '12px 24px',
    width: '100%',
  },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0 },
  fact: {
    display: 'grid',
    gridTemplateColumns: '100px minmax(0, 1fr)',
    columnGap: '8px',
    padding: '4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0 },
});

type Told = Omit<OtherRecord, 'rev' | 'name'>;
interface Fact {
  readonly label: string;
  /** One of the child's names. */
  readonly name?: true;
  of(record: Told): string | undefined;
}

const facts: readonly Fact[] = [
  { label: fields.givenName.label, name: true, of: ({ givenName }) => givenName },
  { label: fields.familyName.label, name: true, of: ({ familyName }) => familyName },
  { label: fields.knownAs.label, name: true, of: ({ knownAs }) => knownAs },
  {
    label: fields.formerNames.label,
    name: true,
    of: ({ formerNames }) => (formerNames.length > 0 ? formerNames.join(', ') : undefined),
  },
  { label: fields.birthDate.label, of: ({ birthDate }) => birthDate && bornText(birthDate) },
  { label: fields.yearGroup.label, of: ({ yearGroup }) => yearText(yearGroup) },
  { label: fields.formGroup.label, of: ({ formGroup }) => formGroup },
  { label: 'On the roll', of: ({ leftAt }) => (leftAt === undefined ? 'Yes' : 'Has left') },
];

/** Two records of the school beside one another, fact by fact; on a phone below one another. */
export function TwoRecords({ child, other }: { readonly child: ChildDetail; readonly other: OtherRecord }) {
  const styles = useStyles();
  const nameOf = useChildName();
  // A row stands on both sides or on neither: what is compared lies on one line.
  const shown = facts.filter(({ of }) => (of(child) ?? of(other)) !== undefined);
  const valueOf = (value: string | undefined, name?: true) =>
    value === undefined ? '–' : name ? nameOf(value) : value;
  const side = (title: ReactNode, record: Told) => (
    <div>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {shown.map(({ label, name, of }) => (
          <div key={label} className={styles.fact}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value} dir="auto">
              {valueOf(of(record), name)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
  return (
    <div className={styles.beside}>
      {side('This record', child)}
      {side(<ChildLink id={other.id}>The other record</ChildLink>, other)}
    </div>
  );
}
