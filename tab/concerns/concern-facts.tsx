import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';
import {
  childState,
  concernFields as fields,
  concernStatus,
  levelOfNeed,
  parentContactState,
  safeNow,
  triageOutcome,
} from '../../src/areas/concerns/fields.ts';
import { ChildName } from '../components/child-name.tsx';
import { When } from '../components/when.tsx';
import { ResponseTimes } from './response-times.tsx';
import { yearText } from './year-text.ts';

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gap: '12px' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  flag: { display: 'block', fontWeight: tokens.fontWeightSemibold },
});

/** The fields of a concern under their own labels; what is empty is left out. */
export function ConcernFacts({ concern }: { readonly concern: ConcernDetail }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {factsOf(concern, styles.flag).map(([label, value]) => (
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

function factsOf(concern: ConcernDetail, flag: string): readonly (readonly [string, ReactNode])[] {
  const facts: readonly (readonly [string, ReactNode])[] = [
    [fields.childAsTyped.label, <ChildName name={concern.childAsTyped} />],
    [fields.childState.label, childState[concern.childState] ?? concern.childState],
    [fields.yearGroup.label, concern.yearGroup && yearText(concern.yearGroup)],
    [fields.safeNow.label, safeNow[concern.safeNow] ?? concern.safeNow],
    [fields.whenAsTyped.label, concern.whenAsTyped],
    [
      fields.occurredAt.label,
      concern.occurredAt && (
        <>
          <When instant={concern.occurredAt} />
          {concern.inFuture && <span className={flag}>{fields.inFuture.label}</span>}
        </>
      ),
    ],
    [
      fields.reporterName.label,
      <>
        <bdi>{concern.reporterName}</bdi>
        {!concern.reporterRecognised && <span className={flag}>Not on the staff list</span>}
      </>,
    ],
    [fields.reportedAt.label, <When instant={concern.reportedAt} />],
    [fields.status.label, concernStatus[concern.status] ?? concern.status],
    [fields.takenByName.label, concern.takenByName],
    [fields.takenAt.label, concern.takenAt && <When instant={concern.takenAt} />],
    ['How soon', <ResponseTimes concern={concern} />],
    [fields.triageOutcome.label, concern.triageOutcome && triageOutcome[concern.triageOutcome]],
    [fields.levelOfNeed.label, concern.levelOfNeed && levelOfNeed[concern.levelOfNeed]],
    [fields.parents.label, concern.parents && parentContactState[concern.parents]],
    [fields.correctsRef.label, concern.correctsRef],
    [fields.escalatedAt.label, concern.escalatedAt && <When instant={concern.escalatedAt} />],
  ];
  return facts.filter(([, value]) => value !== undefined && value !== '');
}
