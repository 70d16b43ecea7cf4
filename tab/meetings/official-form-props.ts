import type { MeetingDetail, OfficialMinutes } from '../../src/areas/meetings/contract.ts';

/** What the forms about official minutes are given. */
export interface OfficialFormProps {
  readonly meeting: MeetingDetail['meeting'];
  readonly official: OfficialMinutes;
  readonly cancel: () => void;
  /** Called with what to say. */
  readonly done: (text: string) => void;
}
