import type { MeetingDetail, MeetingPersonItem } from '../../../src/areas/meetings/contract.ts';

/** What the forms about reports are given. */
export interface ReportFormProps {
  readonly meeting: MeetingDetail['meeting'];
  readonly people: readonly MeetingPersonItem[];
  /** Whose report it is; absent where that is still to be chosen. */
  readonly of?: MeetingPersonItem;
  readonly cancel: () => void;
  /** Called with what to say. */
  readonly done: (text: string) => void;
}
