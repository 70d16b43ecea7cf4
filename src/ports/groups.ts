/**
 * Who is in a group, whole or not at all: a part of the answer would look like people who left.
 * `not-allowed`: Lantern has no permission to read it. `no-group`: there is none of this id. `no-answer`: Entra could not be
 * reached, or gave no whole answer.
 */
export type GroupEnd =
  | { readonly ok: true; readonly people: readonly string[] }
  | { readonly ok: false; readonly why: 'not-allowed' | 'no-group' | 'no-answer' };

/** The groups that the school keeps in Entra. */
export interface Groups {
  /**
   * Entra object ids, in lower case, of the people in a group and in the groups that it holds.
   * @param group object id
   */
  people(group: string): Promise<GroupEnd>;
}
