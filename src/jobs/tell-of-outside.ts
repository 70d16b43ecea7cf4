import { createHash } from 'node:crypto';
import { syncIdentity } from '../access/actor.ts';
import { tellOfOutsideChange } from '../areas/outside/tell-of-outside-change.ts';
import type { Perform } from '../perform/perform.ts';
import type { Log } from '../ports/log.ts';
import type { SyncStore, UntoldAct } from '../ports/sync.ts';
import type { RecordType } from '../records/define-record.ts';

export interface TellOfOutsideParts {
  readonly perform: Perform;
  readonly store: Pick<SyncStore, 'untold' | 'attribute' | 'told'>;
  readonly types: readonly RecordType[];
  /** Who wrote a row, as SharePoint says; undefined where it does not, or cannot be asked. */
  readonly whoWrote: (act: UntoldAct) => Promise<string | undefined>;
  readonly log: Log;
}

const atOnce = 20;

/**
 * Has the leads told of what was done in SharePoint and not in Lantern. It is told once, whatever happens between: what is said is
 * fixed before it is said, and the form's key comes from the row and its version.
 * @returns a job; it says how many were told
 */
export function createTellOfOutside({ perform, store, types, whoWrote, log }: TellOfOutsideParts) {
  const tell = tellOfOutsideChange(new Map(types.map((type) => [type.name, type])));

  async function say(act: UntoldAct): Promise<boolean> {
    const { id, tenant, kind, school, record, subject, itemId, fields } = act;
    let { by } = act;
    if (by === undefined) {
      by = (await whoWrote(act).catch(() => undefined)) ?? '';
      await store.attribute(id, by);
    }
    const etag = kind === 'untaken' ? '' : act.etag;
    const said = { kind, school, record, subject, itemId, etag, fields: [...fields], by: kind === 'untaken' ? '' : by };
    const result = await perform(tell, syncIdentity(tenant), said, formOf(act));
    const about = { record, item: itemId, kind, subject };
    if (result.ok) log.warn('sync.changed-outside', about);
    else log.error('sync.not-told', { ...about, code: result.problem.code });
    // A record that is no longer there cannot be told of; anything else passes.
    if (!result.ok && result.problem.code !== 'not-found') return false;
    await store.told(id);
    return true;
  }

  return async (): Promise<number> => {
    let told = 0;
    for (const act of await store.untold(atOnce)) if (await say(act)) told++;
    return told;
  };
}

/** A row that is no record is told of once; one that goes and comes back may bear the same version each time. */
function formOf({ id, kind, school, record, itemId, etag }: UntoldAct): string {
  const which = kind === 'untaken' ? '' : kind === 'changed' || kind === 'granted' ? etag : `${etag}#${id}`;
  return createHash('sha256')
    .update(JSON.stringify(['outside', school, record, itemId, kind, which]))
    .digest('hex')
    .slice(0, 32);
}
