import type { officialCheck } from './fields.ts';
import type { OfficialRule } from './kinds.ts';

/** What has to be done next about the official minutes: say when they are expected, wait, chase, check, send what is wrong; or nothing more. */
export type OfficialStep = 'say-when' | 'wait' | 'chase' | 'check' | 'send' | 'done';

/** The minutes that the body which held a meeting writes itself. */
export interface OfficialMinutes {
  readonly step: OfficialStep;
  /** `YYYY-MM-DD`. */
  readonly dueOn?: string;
  /** The rule from which that day comes; absent where a person set it. */
  readonly rule?: OfficialRule;
  readonly chasedOn?: string;
  readonly receivedOn?: string;
  readonly check?: keyof typeof officialCheck;
  readonly checkedByName?: string;
  /** When what is wrong in them was sent on. */
  readonly sentOn?: string;
  readonly mayExpect: boolean;
  readonly mayRecord: boolean;
}

export interface ExpectOfficialRequest {
  readonly form: string;
  readonly rev: number;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
}

export interface RecordOfficialRequest {
  readonly form: string;
  readonly rev: number;
  /** `YYYY-MM-DD`. */
  readonly receivedOn: string;
  readonly check: keyof typeof officialCheck;
  readonly inaccuracies?: string;
  /** `YYYY-MM-DD`. */
  readonly sentOn?: string;
}
