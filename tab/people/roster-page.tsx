import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HeldRoster, PlannedAnswer, RosterDesk } from '../../src/areas/people/contract.ts';
import { useApi } from '../api/api-context.ts';
import { Answer } from '../components/answer.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { WayBack } from '../components/way-back.tsx';
import { HeldCard } from './held-card.tsx';
import { rosterQuery } from './queries.ts';
import { RosterChoice } from './roster-choice.tsx';
import { RosterPreview } from './roster-preview.tsx';
import { RosterRun } from './roster-run.tsx';

const useStyles = makeStyles({
  head: { padding: '8px 0 12px' },
  text: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, maxWidth: '68ch' },
});

/** Brings in who is at the school: choose a roster, see what would change, import it, see how far it is. */
export function RosterPage() {
  const styles = useStyles();
  const query = useQuery(rosterQuery(useApi()));
  return (
    <>
      <WayBack current="Roster" />
      <main>
        <div className={styles.head}>
          <PageHeading>Import the roster</PageHeading>
          <p className={styles.text}>
            Who is at the school: children, their contacts, and staff. Lantern shows what would change before it changes
            anything. Nobody is ever taken off the list; who leaves is marked.
          </p>
        </div>
        <Answer query={query} loading="Loading" rows={4}>
          {(desk) => <Steps desk={desk} />}
        </Answer>
      </main>
    </>
  );
}

function Steps({ desk: { schools, runs, held } }: { readonly desk: RosterDesk }) {
  const [preview, setPreview] = useState<PlannedAnswer & HeldRoster>();
  const busy = new Set(runs.filter(({ ended }) => !ended).map(({ school }) => school.id));
  const [first, ...others] = schools.filter(({ id }) => !busy.has(id));
  return (
    <>
      {runs.map((run) => (
        <RosterRun key={run.school.id} run={run} />
      ))}
      {preview && <RosterPreview key={preview.held} preview={preview} close={() => setPreview(undefined)} />}
      {!preview && held && !busy.has(held.school.id) && <HeldCard held={held} shown={setPreview} />}
      {!preview && first && <RosterChoice schools={[first, ...others]} shown={setPreview} />}
    </>
  );
}
