import { fold } from '../match-child.ts';
import type { ContactRow, OrgRow, PupilRow, RelationshipRow, Roster, StaffRow } from './rows.ts';

/** What a roster says of one school. */
export interface SchoolRoster {
  readonly pupils: readonly PupilRow[];
  readonly staff: readonly StaffRow[];
  readonly contacts: readonly ContactRow[];
  readonly relationships: readonly RelationshipRow[];
  readonly saysRelationships: boolean;
  readonly named: readonly string[];
  readonly unread: number;
  /** It knows only those who have an account: it adds and fills in, and lets nobody leave whom it did not bring. */
  readonly synced?: true;
}

export type PickedSchool =
  | { readonly ok: true; readonly org: string; readonly rows: SchoolRoster }
  /** `orgs`: the schools of the roster that may be meant. */
  | { readonly ok: false; readonly why: string; readonly orgs: readonly OrgRow[] };

/** The file's school that is meant: the one that was said, the one of that name, or the only one with children. */
function orgOf({ orgs, pupils }: Roster, schoolName: string, said: string | undefined): string | undefined {
  if (said !== undefined) return said;
  const sameName = orgs.filter(({ name }) => fold(name).join(' ') === fold(schoolName).join(' '));
  if (sameName.length === 1) return sameName[0]?.sourceId;
  const withChildren = [...new Set(pupils.map(({ org }) => org))];
  return withChildren.length === 1 ? withChildren[0] : undefined;
}

/**
 * The part of a roster that is about one school.
 * @param schoolName the school's name in Lantern
 * @param said the file's own id of the school, where a person has said which
 */
export function rosterOfSchool(roster: Roster, schoolName: string, said?: string): PickedSchool {
  const org = orgOf(roster, schoolName, said);
  const pupils = roster.pupils.filter((one) => one.org === org).map(({ row }) => row);
  if (org === undefined || pupils.length === 0) {
    const ids = [...new Set(roster.pupils.map((one) => one.org))].sort();
    const which =
      ids.length === 0 ? 'The files name no children.' : `The files have children at the schools ${ids.join(', ')}.`;
    const why = `${which} None of them is clearly this school: say which by its id in the files.`;
    const nameOf = (id: string) => roster.orgs.find(({ sourceId }) => sourceId === id)?.name ?? id;
    return { ok: false, why, orgs: ids.map((sourceId) => ({ sourceId, name: nameOf(sourceId) })) };
  }
  const here = new Set(pupils.map(({ sourceId }) => sourceId));
  const relationships = roster.relationships.filter(({ sourceId }) => here.has(sourceId));
  const related = new Set(relationships.map(({ contact }) => contact));
  const { saysRelationships, named, unread, synced } = roster;
  return {
    ok: true,
    org,
    rows: {
      pupils,
      staff: roster.staff.filter((one) => one.org === org).map(({ row }) => row),
      contacts: roster.contacts.filter(({ sourceId }) => related.has(sourceId)),
      relationships,
      saysRelationships,
      named,
      unread,
      ...(synced && { synced }),
    },
  };
}
