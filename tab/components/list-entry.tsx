import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';
import type { ApiFailure } from '../api/api-failure.ts';
import { Notice } from './notice.tsx';

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gap: '8px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: '14px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', justifyContent: 'space-between', alignItems: 'start' },
  said: {
    display: 'grid',
    gap: '4px',
    flex: '1 1 260px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    justifyItems: 'start',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', '@media print': { display: 'none' } },
});

export interface ListEntryProps {
  readonly name: string;
  /** What else is said of it. */
  readonly said: ReactNode;
  /** Its buttons; absent while there is nothing to press. */
  readonly buttons?: ReactNode;
  readonly placeOfButtons: Ref<HTMLSpanElement>;
  /** Why what was pressed was not done. */
  readonly failures: readonly (ApiFailure | null)[];
  /** A form or a question that was opened. */
  readonly children?: ReactNode;
}

/** One entry of a list: what it says, what may be done about it, and what was opened for that. */
export function ListEntry({ name, said, buttons, placeOfButtons, failures, children }: ListEntryProps) {
  const styles = useStyles();
  return (
    <li className={styles.entry}>
      <div className={styles.line}>
        <span className={styles.said}>
          <bdi className={styles.name}>{name}</bdi>
          {said}
        </span>
        {buttons && (
          <span ref={placeOfButtons} className={styles.buttons}>
            {buttons}
          </span>
        )}
      </div>
      {children}
      {failures.map(
        (failure, at) =>
          failure && (
            <Notice key={at} intent="error">
              {failure.message}
            </Notice>
          ),
      )}
    </li>
  );
}
