import type { ConcernDetail } from '../../src/areas/concerns/contract.ts';
import type { MeetingDetail } from '../../src/areas/meetings/contract.ts';

/** On whose page a letter is written: a meeting with whoever was asked to it, or a concern. */
export type WrittenOf =
  | Pick<MeetingDetail, 'meeting' | 'people' | 'children'>
  | { readonly concern: Pick<ConcernDetail, 'id' | 'school' | 'childId'> };
