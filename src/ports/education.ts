/** A class of a school, and the accounts of its members. */
export interface EducationClass {
  readonly name: string;
  readonly members: readonly string[];
}

/** What School Data Sync has of one school: people as Microsoft gives them, unread. */
export interface SyncedSchool {
  readonly users: readonly unknown[];
  readonly classes: readonly EducationClass[];
}

/**
 * All of what was asked for, or why there is nothing: a part of a roster is none.
 * `not-allowed`: Lantern has no permission to read it. `no-answer`: Microsoft could not be reached, or gave no whole answer.
 */
export type EducationEnd<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: 'not-allowed' | 'no-answer' };

/** The roster that School Data Sync keeps in Microsoft 365. */
export interface Education {
  schools(): Promise<EducationEnd<readonly { readonly id: string; readonly name: string }[]>>;
  /**
   * @param id of the school in Microsoft 365
   * @param wanted whether the members of a class of this name are asked for: each class is a call
   */
  school(id: string, wanted: (className: string) => boolean): Promise<EducationEnd<SyncedSchool>>;
}
