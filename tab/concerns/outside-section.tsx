import { useQuery } from '@tanstack/react-query';
import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';
import { useApi } from '../api/api-context.ts';
import { ListedSection } from './listed-section.tsx';
import { OutsideEntry } from './outside-entry.tsx';
import { outsideQuery } from './queries.ts';

/** What was done to a concern in SharePoint and not in Lantern, newest first. Asked for only where there is something. */
export function OutsideSection({ concern }: { readonly concern: Pick<ConcernDetail, 'id' | 'outside'> }) {
  const query = useQuery(outsideQuery(useApi(), concern.id, concern.outside));
  if (concern.outside === 0) return null;
  const texts = { title: 'What was done outside Lantern', loading: 'Loading what was done outside Lantern' };
  return (
    <ListedSection id="outside" {...texts} query={query}>
      {(item) => <OutsideEntry key={item.id} item={item} />}
    </ListedSection>
  );
}
