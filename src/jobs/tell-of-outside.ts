import { syncIdentity } from '../access/actor.ts';
import { tellOfOutsideChange } from '../areas/outside/tell-of-outside-change.ts';
import { tellOfStaffChange } from '../areas/staff-concerns/tell-of-staff-change.ts';
import { staffConcern, staffNote } from '../areas/staff-concerns/record.ts';
import { formFrom } from '../perform/digest.ts';
import type { Perform } from '../perform/perform.ts';
import { refuse, type Result } from '../perform/problem.ts';
import type { Log } from '../ports/log.ts';
import type { SyncStore, UntoldAct } from '../ports/sync.ts';
import type { RecordType } from '../records/define-record.ts';

export interface TellOfOutsideParts {
  readonly perform: Perform;
  readonly store: Pick<SyncStore, 'untold' | 'attribute' | 'told'>;
  readonly types: readonly RecordType[];
  /** Who wrote a row, as SharePoint says; undefined where it does not, or cannot be asked. */
  readonly whoWrote: (act: UntoldAct) => Promise<string | undefined>;
  /** The staff concern that a note stands beside; undefined where there is no such note. */
  readonly matterOf: (tenant: string, note: string) => Promise<string | undefined>;
  readonly log: Log;
}

const atOnce = 20;

/**
 * Has the leads told of what was done in SharePoint and not in Lantern; of what is about an adult whoever manages it, and no lead.
 * It is told once, whatever happens between: what is said is fixed before it is said, and the form's key comes from the row and its
 * version.
 * @returns a job; it says how many were told
 */
export function createTellOfOutside({ perform, store, types, whoWrote, matterOf, log }: TellOfOutsideParts) {
  const tell = tellOfOutsideChange(new Map(types.map((type) => [type.name, type])));

  /** Of any record of that site, lest one that comes later is told to the leads for want of a rule. */
  const isOfStaff = ({ record }: UntoldAct) => types.find(({ name }) => name === record)?.site === 'staff-concerns';

  /** @returns undefined for what is only logged: a row that Lantern never wrote is no matter that anybody manages */
  async function tellManagers(act: UntoldAct, by: string): Promise<Result<null> | undefined> {
    const { tenant, kind, school, record, subject, itemId, etag, fields } = act;
    if (kind === 'untaken' || kind === 'granted') return undefined;
    if (record !== staffConcern.name && record !== staffNote.name) return refuse('not-found');
    const moved = fields.find(({ field }) => field === 'matterId')?.was;
    const besides = typeof moved === 'string' ? moved : await matterOf(tenant, subject);
    const matter = record === staffConcern.name ? subject : besides;
    if (matter === undefined) return refuse('not-found');
    const said = { kind, school, matter, record, itemId, etag, fields: [...fields], by };
    return perform(tellOfStaffChange, syncIdentity(tenant), said, formOf(act));
  }

  async function tellLeads(act: UntoldAct, by: string): Promise<Result<null>> {
    const { tenant, kind, school, record, subject, itemId, fields } = act;
    const etag = kind === 'untaken' ? '' : act.etag;
    const said = { kind, school, record, subject, itemId, etag, fields: [...fields], by: kind === 'untaken' ? '' : by };
    return perform(tell, syncIdentity(tenant), said, formOf(act));
  }

  async function say(act: UntoldAct): Promise<boolean> {
    const { id, kind, record, subject, itemId } = act;
    let { by } = act;
    if (by === undefined) {
      by = (await whoWrote(act).catch(() => undefined)) ?? '';
      await store.attribute(id, by);
    }
    const result = isOfStaff(act) ? await tellManagers(act, by) : await tellLeads(act, by);
    const about = { record, item: itemId, kind, subject };
    if (!result || result.ok) log.warn('sync.changed-outside', about);
    else log.error('sync.not-told', { ...about, code: result.problem.code });
    // A record that is no longer there cannot be told of; anything else passes.
    if (result?.ok === false && result.problem.code !== 'not-found') return false;
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
  return formFrom(JSON.stringify(['outside', school, record, itemId, kind, which]));
}
