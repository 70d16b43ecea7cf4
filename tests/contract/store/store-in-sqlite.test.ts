import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordTypes } from '../../../src/areas/areas.ts';
import { openSqlite } from '../../../src/store/sqlite/open-sqlite.ts';
import { handSetClock } from '../../support/hand-set-clock.ts';
import { databaseKey } from '../../support/kernel.ts';
import { operationalStoreContract } from './operational-store.ts';
import { familyContract } from './family.ts';
import { fedRolesContract } from './fed-roles.ts';
import { filtersContract } from './filters.ts';
import { generationContract } from './generation.ts';
import { journalMarkContract } from './journal-mark.ts';
import { journalReaderContract } from './journal-reader.ts';
import { rolesContract } from './roles.ts';
import { restrictedRegisterContract } from './restricted-register.ts';
import { searchContract } from './search.ts';
import { singleCasesContract } from './single-cases.ts';
import { staffConcernsContract } from './staff-concerns.ts';
import { spoolContract } from './spool.ts';
import { stoppedFilingContract } from './stopped-filing.ts';
import { syncContract } from './sync.ts';
import { briefingsContract } from './briefings.ts';
import { channelReferencesContract } from './channel-references.ts';
import { agendaActionsContract } from './agenda-actions.ts';
import { inChannelContract } from './in-channel.ts';
import { draftsContract } from './drafts.ts';
import { unreadContract } from './unread.ts';
import { vitalsContract } from './vitals.ts';

const makeEngine = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-store-'));
  const clock = handSetClock();
  return {
    open: async () => openSqlite(folder, databaseKey, recordTypes, clock),
    pass: clock.forward,
    end: async () => rmSync(folder, { recursive: true, force: true }),
  };
};
operationalStoreContract('SQLite', makeEngine);
stoppedFilingContract('SQLite', makeEngine);
spoolContract('SQLite', makeEngine);
syncContract('SQLite', makeEngine);
searchContract('SQLite', makeEngine);
filtersContract('SQLite', makeEngine);
restrictedRegisterContract('SQLite', makeEngine);
unreadContract('SQLite', makeEngine);
draftsContract('SQLite', makeEngine);
briefingsContract('SQLite', makeEngine);
channelReferencesContract('SQLite', makeEngine);
inChannelContract('SQLite', makeEngine);
agendaActionsContract('SQLite', makeEngine);
vitalsContract('SQLite', makeEngine);
journalMarkContract('SQLite', makeEngine);
journalReaderContract('SQLite', makeEngine);
familyContract('SQLite', makeEngine);
singleCasesContract('SQLite', makeEngine);
staffConcernsContract('SQLite', makeEngine);
fedRolesContract('SQLite', makeEngine);
rolesContract('SQLite', makeEngine);
generationContract('SQLite', makeEngine);
