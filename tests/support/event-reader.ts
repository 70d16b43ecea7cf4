import { readEvents } from '../../tab/api/read-events.ts';
import { until } from './until.ts';

export interface EventReader {
  readonly status: number;
  /** Names of views, as they came; without the empty greeting. */
  readonly heard: string[];
  /** Whether the server has ended the stream. */
  ended(): boolean;
  /** Waits until all of these have come. */
  hears(...views: readonly string[]): Promise<void>;
  close(): void;
}

/** Follows changes as the tab does. @param missed milliseconds, as the address says them */
export async function followEvents(origin: string, authorization: string, missed = '0'): Promise<EventReader> {
  const over = new AbortController();
  const answer = await fetch(`${origin}/api/changes?missed=${missed}`, {
    headers: { authorization },
    signal: over.signal,
  });
  const heard: string[] = [];
  let ended = false;
  let greeted: () => void = () => undefined;
  const greeting = new Promise<void>((resolve) => (greeted = resolve));
  if (answer.ok && answer.body)
    void (async (body) => {
      for await (const data of readEvents(body, greeted))
        heard.push(...(JSON.parse(data) as { views: string[] }).views);
    })(answer.body)
      .catch(() => undefined)
      .then(() => (ended = true));
  else greeted();
  await greeting;
  return {
    status: answer.status,
    heard,
    ended: () => ended,
    hears: (...views) =>
      until(views.join(), () => (views.every((view) => heard.includes(view)) ? true : undefined), 5).then(
        () => undefined,
      ),
    close: () => over.abort(),
  };
}
