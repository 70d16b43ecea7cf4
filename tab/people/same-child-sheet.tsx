import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { ChildName } from '../components/child-name.tsx';
import type { ChildDetail, MergedRecord, OtherRecord, SameChild } from '../../src/areas/people/contract.ts';
import { ChildLink } from './child-link.tsx';
import { MergeForm } from './merge-form.tsx';
import { Sheet } from './sheet.tsx';
import { TwoRecords } from './two-records.tsx';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '68ch' },
  part: { display: 'grid', gap: '12px', justifyItems: 'start', gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** Other records that are, or may be, of the same child; nothing where there are none. */
export function SameChildSheet({ child, same }: { readonly child: ChildDetail; readonly same: SameChild }) {
  const styles = useStyles();
  const { goesOnAs, merged, maybe } = same;
  if (goesOnAs)
    return (
      <Sheet id="same-child" title="This record goes on as another one">
        <p className={styles.text}>
          This child goes on as{' '}
          <ChildLink id={goesOnAs.id}>
            <ChildName name={goesOnAs.name} />
          </ChildLink>
          . What is reported from now on stands there, with the concerns below.
        </p>
      </Sheet>
    );
  return (
    <>
      {merged.length > 0 && (
        <Sheet id="merged" title={merged.length === 1 ? 'Two records of this child' : 'Several records of this child'}>
          {merged.map((other) => (
            <Merged key={other.id} child={child} other={other} />
          ))}
        </Sheet>
      )}
      {maybe.length > 0 && (
        <Sheet id="same-child" title="This may be the same child">
          {maybe.map((other) => (
            <Maybe key={other.id} child={child} other={other} />
          ))}
        </Sheet>
      )}
    </>
  );
}

function Merged({ child, other }: { readonly child: ChildDetail; readonly other: MergedRecord }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.part}>
      <p className={styles.text}>
        Also{' '}
        <ChildLink id={other.id}>
          <ChildName name={other.name} />
        </ChildLink>
        , form {other.formGroup}. The concerns of both are shown here.
        {other.reason && (
          <>
            {' '}
            Why: <bdi>{other.reason}</bdi>
          </>
        )}
      </p>
      {open ? (
        <MergeForm child={child} other={other} undo cancel={() => setOpen(false)} />
      ) : (
        <Button onClick={() => setOpen(true)}>Undo</Button>
      )}
    </div>
  );
}

function Maybe({ child, other }: { readonly child: ChildDetail; readonly other: OtherRecord }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.part}>
      <p className={styles.text}>
        Another record has the same date of birth and a name like this one. Twins may too: decide only if you know them.
      </p>
      <TwoRecords child={child} other={other} />
      {open ? (
        <MergeForm child={child} other={other} undo={false} cancel={() => setOpen(false)} />
      ) : (
        <Button onClick={() => setOpen(true)}>These are one child</Button>
      )}
    </div>
  );
}
