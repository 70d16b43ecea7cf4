import { longestUnfiledSeconds } from '../operations/limits.ts';
import type { Check } from './check.ts';

const minute = 60_000;
const hour = 60 * minute;
/** A backup a day, and two hours for the machine to be late. */
const backupDue = 26 * hour;
const backupLost = 8 * 24 * hour;
/** The head is anchored every hour. */
const anchorDue = 2 * hour;

const age = (since: string, at: string) => Date.parse(at) - Date.parse(since);
const inWords = (ms: number) =>
  ms < 2 * hour
    ? `${Math.round(ms / minute)} minutes`
    : ms < 48 * hour
      ? `${Math.round(ms / hour)} hours`
      : `${Math.round(ms / 24 / hour)} days`;

/** What is judged of what Lantern keeps on its own side. */
export const dataChecks = {
  'data-key': ({ machine: { keyMode } }) => {
    if (keyMode === undefined) return [{ state: 'unseen', says: 'This system does not say who may read data.key.' }];
    if (keyMode === 'missing')
      return [
        { state: 'ok', says: 'There is no data.key here: Key Vault wraps the key, or the first start makes one.' },
      ];
    return (keyMode & 0o077) === 0
      ? [{ state: 'ok', says: 'Only its owner may read data.key.' }]
      : [
          {
            ...{ state: 'fault', says: 'Others on this machine may read data.key, so Lantern does not start.' },
            mend: 'chmod 600 data.key, or npm run doctor -- --fix; change the key if it may have leaked.',
          },
        ];
  },
  database({ store, machine: { keyMode } }) {
    if (store.open)
      return [{ state: 'ok', says: `The operational store (${store.health.engine}) is open and answers.` }];
    // The key is the cause then, and has its own line.
    if (typeof keyMode === 'number' && (keyMode & 0o077) !== 0)
      return [{ state: 'unseen', says: 'The operational store was not opened, for its key is not safe.' }];
    return [{ state: 'fault', says: `The operational store does not open. ${store.why}`, mend: 'As it says.' }];
  },
  'database-settings'({ store }) {
    if (!store.open) return [];
    const wrong = store.health.settings.filter(({ is, needed }) => !needed.includes(is));
    if (wrong.length === 0)
      return [{ state: 'ok', says: 'The database keeps what it has confirmed, also through a power cut.' }];
    return wrong.map(({ name, is, needed }) => ({
      ...{ state: 'fault', says: `The database has ${name}=${is}, so it could lose what it has confirmed.` },
      mend: `Set ${name} to ${needed.join(' or ')}; for SQLite, start Lantern again.`,
    }));
  },
  backup({ at, machine: { backup }, store }) {
    if (store.open && store.health.engine === 'PostgreSQL')
      return [{ state: 'unseen', says: 'PostgreSQL is backed up by its own tools, which Lantern does not see.' }];
    const mend = 'npm run backup, once a day from the machine’s own scheduler.';
    if (backup === undefined) return [{ state: 'warning', says: 'There is no backup in the usual place.', mend }];
    const old = age(backup, at);
    const says = `The newest backup is ${inWords(old)} old.`;
    if (old > backupDue) return [{ state: old > backupLost ? 'fault' : 'warning', says, mend }];
    return [{ state: 'ok', says }];
  },
  filing({ at, store }) {
    if (!store.open) return [];
    const { acts, oldestAct } = store.waiting;
    if (acts === 0) return [{ state: 'ok', says: 'Nothing waits to be filed in SharePoint.' }];
    if (oldestAct === null)
      return [
        { state: 'ok', says: `${acts} rows of a roster wait to be filed in SharePoint; they let all else pass.` },
      ];
    const old = age(oldestAct, at);
    const says = `${acts} acts wait to be filed in SharePoint, the oldest for ${inWords(old)}.`;
    if (old <= longestUnfiledSeconds * 1_000) return [{ state: 'ok', says }];
    const mend =
      'They are safe here. Mend what stands under Microsoft 365 and SharePoint; if nothing stands there, look whether Lantern runs.';
    return [{ state: 'fault', says, mend }];
  },
  stopped({ store }) {
    if (!store.open) return [];
    const { stoppedLanes: stopped } = store.waiting;
    if (stopped === 0) return [{ state: 'ok', says: 'No filing has stopped.' }];
    const mend =
      'A safeguarding lead decides: the concern says “not filed” in the desk, and what to do. The others go on.';
    return [{ state: 'fault', says: `${stopped} filings have stopped until a person looks.`, mend }];
  },
  journal({ store }) {
    if (!store.open) return [];
    if (!store.journal)
      return [
        { state: 'unseen', says: 'The journal was not proved: the store waits for what SharePoint holds of it.' },
      ];
    const { head, faults, unread } = store.journal.proved;
    const lost = faults.filter(({ kind }) => kind !== 'anchor-missing');
    if (lost.length > 0)
      return [
        {
          ...{ state: 'fault', says: 'The journal is not as it was written.' },
          mend: 'Change nothing, make a backup, and see what npm run verify says.',
        },
      ];
    const here = `The journal’s chain holds: ${head.n} entries.`;
    return unread === undefined
      ? [{ state: 'ok', says: here }]
      : [{ state: 'unseen', says: `${here} What SharePoint holds of it could not be read.` }];
  },
  anchors({ store }) {
    if (!store.open || !store.journal) return [];
    const { proved, unanchoredSince, now } = store.journal;
    if (proved.faults.some(({ kind }) => kind === 'anchor-missing'))
      return [
        {
          ...{ state: 'fault', says: 'An anchor of the journal that was made is missing in SharePoint.' },
          mend: 'Change nothing, make a backup, and see what npm run verify says; the site’s recycle bin and audit log say who took it.',
        },
      ];
    const old = unanchoredSince === undefined ? 0 : age(unanchoredSince, now);
    if (old > anchorDue)
      return [
        {
          ...{ state: 'warning', says: `The journal has not been anchored for ${inWords(old)}.` },
          mend: 'Lantern does it every hour while it runs and reaches SharePoint. See that it does.',
        },
      ];
    return [{ state: 'ok', says: 'The journal is anchored in SharePoint.' }];
  },
} as const satisfies Record<string, Check>;
