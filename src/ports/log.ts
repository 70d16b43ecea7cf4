/** Ids, codes and numbers only: never a name, a word somebody wrote, or a token. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** Refusals at a door: a bad token, a forged card. Kept apart from the journal, which holds known persons' acts only. */
  security(event: string, fields?: LogFields): void;
}
