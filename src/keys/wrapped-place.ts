/** Where the text of a wrapped ring lies: a file, or for a fleet the database that its instances share. */
export interface WrappedPlace {
  /** For people. */
  readonly name: string;
  read(): Promise<string | undefined>;
  /** Keeps it if there is none yet. @returns what is kept */
  begin(text: string): Promise<string>;
  /** Whole or not at all. */
  replace(text: string): Promise<void>;
}
