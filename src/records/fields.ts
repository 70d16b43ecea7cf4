/**
 * What one field of a record is. From this one declaration come the Zod schema and TypeScript type (schema.ts),
 * the SharePoint column (sharepoint/columns.ts), the projection column (store/tables.ts) and the form's label and length.
 */
export type Field = TextField | LongField | InstantField | ChoiceField | FlagField | CountField;

interface Common {
  /** English label: SharePoint display name, form label, export heading. */
  readonly label: string;
  readonly required?: true;
  /** Indexed in the SharePoint list (at most 20 a list) and in the projection: there an id by itself, anything else within its school. */
  readonly indexed?: true;
  /** Its words are found by a search. */
  readonly searchable?: true;
  /** Holds a child's name or words: never in a log, URL, notification or group card. */
  readonly sensitive?: true;
}

/** One line, at most 255 characters (SharePoint's limit for a single line of text). */
export interface TextField extends Common {
  readonly kind: 'text';
  readonly max: number;
}

/** Plain text of several lines. `max` at most 63,999 characters (SharePoint's limit); longer text continues in addenda. */
export interface LongField extends Common {
  readonly kind: 'long';
  readonly max: number;
}

/** A moment in UTC, ISO-8601 text: SharePoint's own dates shift with regional settings, text does not. */
export interface InstantField extends Common {
  readonly kind: 'instant';
}

/** One of a closed set. Keys are stable kebab-case ids (domain.md 5.2), values their labels. */
export interface ChoiceField<K extends string = string> extends Common {
  readonly kind: 'choice';
  readonly of: Readonly<Record<K, string>>;
}

export interface FlagField extends Common {
  readonly kind: 'flag';
}

/** A whole number from 0. */
export interface CountField extends Common {
  readonly kind: 'count';
}

export type Fields = Readonly<Record<string, Field>>;

type ValueOf<F extends Field> = F extends { kind: 'choice'; of: Readonly<Record<infer K, string>> }
  ? K & string
  : F extends FlagField
    ? boolean
    : F extends CountField
      ? number
      : string;

type Simplify<T> = { [K in keyof T]: T[K] } & {};
type RequiredKeys<T extends Fields> = { [K in keyof T]: T[K] extends { required: true } ? K : never }[keyof T];

/** The values of a record's own fields; an optional field that is empty is absent, as in SharePoint. */
export type ValuesOf<T extends Fields> = Simplify<
  { readonly [K in RequiredKeys<T>]: ValueOf<T[K]> } & {
    readonly [K in Exclude<keyof T, RequiredKeys<T>>]?: ValueOf<T[K]>;
  }
>;

/** A choice's ids as a type: `ChoiceOf<typeof concernFields.urgency>`. */
export type ChoiceOf<F extends ChoiceField> = keyof F['of'] & string;
