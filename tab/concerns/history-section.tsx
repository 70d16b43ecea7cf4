import { useQuery } from '@tanstack/react-query';
import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';
import { useApi } from '../api/api-context.ts';
import { DecisionEntry } from './decision-entry.tsx';
import { ListedSection } from './listed-section.tsx';
import { historyQuery } from './queries.ts';

/** What was decided about a concern and why, newest first. Asked for only where there is something. */
export function HistorySection({ concern }: { readonly concern: Pick<ConcernDetail, 'id' | 'decisions'> }) {
  const query = useQuery(historyQuery(useApi(), concern.id, concern.decisions));
  if (concern.decisions === 0) return null;
  return (
    <ListedSection id="history" title="What was decided" loading="Loading what was decided" query={query}>
      {(decision) => <DecisionEntry key={decision.id} decision={decision} />}
    </ListedSection>
  );
}
