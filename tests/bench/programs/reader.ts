import { recordTypes } from '../../../src/areas/areas.ts';
import { concernsFound, concernsNewestFirst } from '../../../src/areas/concerns/queries.ts';
import { openSqlite } from '../../../src/store/sqlite/open-sqlite.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { databaseKey, tenant } from '../../support/kernel.ts';
import { leadOfAll, leadOfOne } from '../grown-school.ts';

/** Lantern's store on a database that is there, asked for pages and searches; prints what memory it then holds, in bytes. */
const [folder = '', ...searches] = process.argv.slice(2);
const { store, close } = openSqlite(folder, databaseKey, recordTypes, systemClock);
for (const words of searches) {
  await store.rows(tenant, concernsFound, { words, person: 'somebody' }, leadOfAll);
  await store.rows(tenant, concernsNewestFirst, { person: 'somebody' }, leadOfOne);
}
console.log(process.memoryUsage.rss());
await close();
