/** One record that has changed. */
export interface Change {
  readonly tenant: string;
  /** RecordType.name. */
  readonly type: string;
  readonly id: string;
  /** The fields that were written; `filed` for the way into SharePoint. */
  readonly fields: readonly string[];
}
