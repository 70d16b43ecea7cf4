import { placeToShow } from '../areas/meetings/redact/place-to-show.ts';
import type { HiddenChild } from '../areas/meetings/redact/who-is-hidden.ts';
import { contactsOfSchool, pupilsOfSchool, relationshipsOfSchool } from '../areas/people/queries.ts';
import type { Store } from '../perform/store.ts';
import type { Query } from '../records/query.ts';

/**
 * What a calendar may show of a place, which anybody can have written anything into.
 * @returns a function of the school, the place and the ids of the children whom the meeting is about; it answers the empty string
 *   where the place might name a child of the school or somebody of their family
 */
export function createPlaces({ tenant, store }: { readonly tenant: string; readonly store: Pick<Store, 'rows'> }) {
  return async (school: string, place: string, about: readonly string[]): Promise<string> => {
    if (place === '') return place;
    const rowsOf = async <R>(query: Query<{ school: string }, R>) =>
      (await store.rows(tenant, query, { school })) as readonly R[];
    const contacts = await rowsOf(contactsOfSchool);
    const nameOf = new Map(contacts.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]));
    const familyOf = new Map<string, string[]>();
    for (const { pupilId, contactId } of await rowsOf(relationshipsOfSchool))
      familyOf.set(pupilId, [...(familyOf.get(pupilId) ?? []), nameOf.get(contactId) ?? '']);
    // Without the form: it is a room as well, and says nobody's name.
    const hidden = (await rowsOf(pupilsOfSchool)).map(
      ({ id, givenName, familyName, knownAs, middleNames, formerNames }) => {
        const names = { givenName, familyName, knownAs, middleNames, formerNames };
        const child: HiddenChild = { label: 'a child', ...names, family: familyOf.get(id) ?? [] };
        return { concerned: about.includes(id), child };
      },
    );
    const of = (concerned: boolean) => hidden.flatMap((one) => (one.concerned === concerned ? [one.child] : []));
    return placeToShow(place, { about: of(true), others: of(false) });
  };
}
