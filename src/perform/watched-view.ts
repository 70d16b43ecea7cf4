import type { RecordType } from '../records/define-record.ts';

/**
 * A view of the tab that shows records of a type. When one has changed, whoever may do `verb` to it is told the view's name,
 * and fetches it again.
 */
export interface WatchedView {
  /** The view's name, as the tab knows it. */
  readonly view: string;
  /** It shows one record, which is named with it: `concern/<id>`. */
  readonly one?: true;
  /** What a person does who opens the view; its rights are judged on the record shown. */
  readonly verb: string;
  readonly record: RecordType;
  /**
   * What a person does who sees the changed record there, where that has a right of its own: somebody may see a child, and not
   * every concern about them.
   */
  readonly shows?: string;
  /** Where the changed record belongs to the one that is shown: that one's type, and the field that holds its id. */
  readonly within?: { readonly type: RecordType; readonly by: string };
  /**
   * The fields that the view shows, where it matters that others are not told of: a reporter must not notice that a lead has
   * written something. `filed` stands for the way into SharePoint. All of them when absent.
   */
  readonly fields?: readonly string[];
}
