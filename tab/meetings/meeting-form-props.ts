import type { MeetingDetail } from '../../src/areas/meetings/contract.ts';

/** What a form is given that changes a meeting. */
export interface MeetingFormProps {
  readonly meeting: MeetingDetail['meeting'];
  readonly cancel: () => void;
  /** Called with what was done. */
  readonly done: (text: string) => void;
}
