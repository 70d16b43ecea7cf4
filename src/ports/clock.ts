/** A moment in UTC as ISO-8601 with milliseconds: `2026-12-10T08:05:00.000Z`. Sorts as text. */
export type Instant = string;

/** The only source of time. Adapters live at the edge; decisions receive an Instant. */
export interface Clock {
  now(): Instant;
}
