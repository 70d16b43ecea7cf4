import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { StaffConcernDetail, StaffNoteItem } from '../../src/areas/staff-concerns/contract.ts';
import {
  allegationOutcome,
  ladoState,
  managedBy,
  staffConcernFields as fields,
  staffConcernKind,
  staffNoteKind,
  subjectState,
} from '../../src/areas/staff-concerns/fields.ts';
import { Card } from '../components/card.tsx';
import { FiledMark } from '../components/filed-mark.tsx';
import { PhoneLink } from '../components/phone-link.tsx';
import { When } from '../components/when.tsx';

const useStyles = makeStyles({
  sheet: { padding: '16px 20px', marginTop: '16px' },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  facts: { margin: '12px 0 0', display: 'grid', gap: '12px' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '16px' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'flex-start' },
  what: { fontWeight: tokens.fontWeightSemibold },
});

/** What was reported, letter for letter, and everything that was written beside it. */
export function MatterSheet({ matter }: { readonly matter: StaffConcernDetail }) {
  const styles = useStyles();
  const { ladoContact: lado } = matter;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [fields.subjectName.label, <bdi>{matter.subject}</bdi>],
    ...(matter.subjectState === 'resolved'
      ? []
      : ([[fields.subjectState.label, subjectState[matter.subjectState]]] as const)),
    ...(matter.subject === matter.subjectAsTyped
      ? []
      : ([[fields.subjectAsTyped.label, matter.subjectAsTyped]] as const)),
    [fields.words.label, matter.words],
    [fields.whenAsTyped.label, matter.whenAsTyped],
    [fields.reporterName.label, <bdi>{matter.reporterName}</bdi>],
    [fields.reportedAt.label, <When instant={matter.reportedAt} />],
    [fields.managedBy.label, managedBy[matter.managedBy]],
    ...(matter.caseManagerName === undefined
      ? []
      : ([[fields.caseManagerName.label, <bdi>{matter.caseManagerName}</bdi>]] as const)),
    [
      'LADO',
      lado?.phone === undefined ? (
        'No number is entered. Add it under Agencies.'
      ) : (
        <>
          <bdi>{lado.name}</bdi>, <PhoneLink phone={lado.phone} />
        </>
      ),
    ],
  ];
  return (
    <>
      <Card className={styles.sheet} aria-label={matter.ref}>
        <FiledMark filed={matter.filed} />
        <dl className={styles.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt className={styles.label}>{label}</dt>
              <dd className={styles.value} dir="auto">
                {value}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      {matter.notes.length > 0 && <Notes notes={matter.notes} />}
    </>
  );
}

function Notes({ notes }: { readonly notes: readonly StaffNoteItem[] }) {
  const styles = useStyles();
  return (
    <Card className={styles.sheet} aria-labelledby="notes">
      <h2 className={styles.title} id="notes">
        What was written and decided
      </h2>
      <ol className={styles.list}>
        {notes.map((note, i) => (
          <li key={i}>
            <span className={styles.head}>
              <span className={styles.what}>{staffNoteKind[note.what] ?? note.what}</span>
              <bdi>{note.by}</bdi>
              <When instant={note.at} />
              <FiledMark filed={note.filed} />
            </span>
            <p className={styles.value} dir="auto">
              {[
                ...(note.kind ? [staffConcernKind[note.kind]] : []),
                ...(note.lado ? [ladoState[note.lado]] : []),
                ...(note.outcome ? [allegationOutcome[note.outcome]] : []),
                note.words,
              ].join('\n')}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
