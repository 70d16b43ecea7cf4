import { admits, reachOf } from '../access/reach.ts';
import type { Rules } from '../access/rules.ts';
import type { Actor } from '../access/types.ts';
import type { Store } from '../perform/store.ts';
import type { WatchedView } from '../perform/watched-view.ts';
import type { RecordType } from '../records/define-record.ts';
import type { Change } from './change.ts';

type Loaded = Readonly<Record<string, unknown>>;

/** A view that shows a changed record, and what one must be able to do to which records to see it there. */
interface Touched {
  readonly name: string;
  readonly rights: readonly { readonly verb: string; readonly record: Loaded }[];
}

/**
 * Finds the views that changes touch, each record loaded once.
 * @returns which of them an actor may see, by name, each once
 */
export async function viewsOf(
  store: Pick<Store, 'record'>,
  rules: Rules,
  watched: readonly WatchedView[],
  changes: readonly Change[],
): Promise<(actor: Actor) => readonly string[]> {
  const loaded = new Map<string, Promise<Loaded | undefined>>();
  const load = (tenant: string, type: RecordType, id: string) => {
    const key = `${type.name}/${id}`;
    const record = loaded.get(key) ?? store.record(tenant, type, id);
    loaded.set(key, record);
    return record;
  };
  const touched: Touched[] = [];
  for (const { tenant, type, id, fields } of changes) {
    for (const { view, one, verb, shows, record, within, fields: shown } of watched) {
      if (record.name !== type || (shown && !fields.some((field) => shown.includes(field)))) continue;
      const changed = await load(tenant, record, id);
      if (!changed) continue;
      const subject = within ? await load(tenant, within.type, String(changed[within.by])) : changed;
      if (!subject) continue;
      const rights = [{ verb, record: subject }, ...(shows ? [{ verb: shows, record: changed }] : [])];
      touched.push({ name: one ? `${view}/${String(subject['id'])}` : view, rights });
    }
  }
  /** What went into the restricted register must leave the screens of those who saw it: they are told, and find it gone. */
  const before = (verb: string) => {
    const { hides: _hides, ...rule } = rules(verb);
    return rule;
  };
  return (actor) => {
    const admitted = ({ rights }: Touched) =>
      rights.every(({ verb, record }) => admits(reachOf(before(verb), actor), record));
    return [...new Set(touched.filter(admitted).map(({ name }) => name))];
  };
}
