import type { StoreHealth, Waiting } from '../store-health.ts';
import { durable } from './durable.ts';
import type { Pool } from './pool.ts';

interface Row {
  readonly channel: string;
  readonly state: string;
  readonly count: number;
  readonly oldest: string | null;
}

/** What the database says of itself. */
export function createHealth(pool: Pool): () => Promise<StoreHealth> {
  return async () => {
    const rows = await pool.rows<Row>({
      text: 'select channel, state, count(*) as count, min("createdAt") as oldest from outbox group by channel, state',
      values: [],
    });
    const settings = await Promise.all(
      durable.map(async ([name, values]) => {
        const text = 'select current_setting($1) as value';
        const [found] = await pool.rows<{ value: string }>({ text, values: [name] });
        return { name, is: found?.value ?? '', needed: values };
      }),
    );
    const find = (channel: string, state: string) => rows.find((row) => row.channel === channel && row.state === state);
    const of = (channel: string): Waiting => {
      const { count = 0, oldest } = find(channel, 'waiting') ?? {};
      return { count, ...(oldest && { oldest }) };
    };
    return {
      engine: 'PostgreSQL',
      settings,
      filings: of('sharepoint'),
      messages: of('message'),
      stopped: find('sharepoint', 'stopped')?.count ?? 0,
    };
  };
}
