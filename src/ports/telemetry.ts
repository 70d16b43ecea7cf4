/** Names from closed sets, codes and numbers: never a name, a word somebody wrote, an id, an address or a token. */
export type TelemetryFacts = Readonly<Record<string, string | number | boolean>>;

/** Kinds of work that an operator can follow. */
export type Work = 'http' | 'perform' | 'graph' | 'turn';

/** Called once when the work is over, with what is known only then. */
export type EndOfWork = (facts: TelemetryFacts, failed?: 'failed') => void;

/** Where traces and numbers for operators go. Absent unless somebody wishes for them: then nothing is measured. */
export interface Telemetry {
  /** Does a piece of work; what is told while it lasts belongs to it. */
  during<T>(what: Work, facts: TelemetryFacts, work: (end: EndOfWork) => T): T;
  /** A piece of work that took so many milliseconds and is over. */
  after(what: Work, facts: TelemetryFacts, ms: number, failed?: 'failed'): void;
  count(what: 'graph.units' | 'alarms' | 'flags', by: number, facts?: TelemetryFacts): void;
  /** Has something looked at each time that numbers are sent; undefined is not sent. */
  watch(what: string, look: () => number | undefined): void;
  /** Sends what is left. */
  close(): Promise<void>;
}
