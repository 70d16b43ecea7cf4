/** The part of autocannon 9 that the bench uses; the package has no types. */
declare module 'autocannon' {
  interface Options {
    readonly url: string;
    readonly connections: number;
    /** Requests in all. */
    readonly amount: number;
    readonly headers?: Readonly<Record<string, string>>;
    /** Milliseconds between two samples; it ends with one. */
    readonly sampleInt?: number;
    /** Answers that differ are counted in `mismatches`. */
    readonly expectBody?: string;
  }
  interface Result {
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
    readonly mismatches: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
