import type { StoreHealth } from '../store-health.ts';
import { durable } from './durable.ts';
import type { Pool } from './pool.ts';

/** What the database says of itself. */
export function createHealth(pool: Pool): () => Promise<StoreHealth> {
  return async () => {
    const settings = await Promise.all(
      durable.map(async ([name, values]) => {
        const text = 'select current_setting($1) as value';
        const [found] = await pool.rows<{ value: string }>({ text, values: [name] });
        return { name, is: found?.value ?? '', needed: values };
      }),
    );
    return { engine: 'PostgreSQL', settings };
  };
}
