/**
 * What a member of staff wrote, ready to be about any child: `{name}` and `{he} {him} {his} {He} {His}` stand for the child,
 * `[one|two|three]` for details that differ from use to use. All invented.
 */
export interface ConcernText {
  readonly safe: 'yes' | 'not-sure' | 'no';
  /** As a reporter would answer "when". */
  readonly when: string;
  readonly words: string;
}
