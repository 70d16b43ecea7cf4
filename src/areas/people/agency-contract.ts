import type { agencyKind } from './fields.ts';
import type { SchoolName } from './school-name.ts';

/** What is known of an agency. */
export interface AgencyValues {
  readonly kind: keyof typeof agencyKind;
  readonly name: string;
  /** One of the two at least. */
  readonly phone?: string;
  readonly email?: string;
  /** How it is reached in the evening and at the weekend. */
  readonly outOfHours?: string;
}

export interface AgencyItem extends AgencyValues {
  readonly id: string;
  readonly rev: number;
  readonly school: string;
  /** Since when nobody works with it any more. */
  readonly retiredAt?: string;
  /** Whether SharePoint holds it as it is shown. */
  readonly filed: boolean;
  /** Whether this person may correct and retire it. */
  readonly mayChange: boolean;
}

export interface AgencyPage {
  readonly items: readonly AgencyItem[];
  /** Ids of the schools to whose list one may add. */
  readonly mayAddTo: readonly string[];
}

/** The agencies of the schools whose lists one keeps, by name. */
export interface AgencyDesk {
  readonly page: AgencyPage;
  readonly schools: readonly SchoolName[];
}

/** `form` as in TakeRequest of concerns. */
export interface AddAgencyRequest extends AgencyValues {
  readonly form: string;
  readonly school: string;
}

export interface CorrectAgencyRequest extends AgencyValues {
  readonly form: string;
  /** The revision that the person saw. */
  readonly rev: number;
}

export interface RetireAgencyRequest {
  readonly form: string;
  readonly rev: number;
  /** False: it is worked with again. */
  readonly retired: boolean;
}
