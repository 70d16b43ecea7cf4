import type { Check, Found } from './check.ts';
import type { SchoolFacts } from './facts.ts';

type People = NonNullable<SchoolFacts['people']>;

const each =
  (judge: (people: People, name: string, id: string) => Omit<Found, 'school'> | undefined): Check =>
  ({ schools }) =>
    schools.flatMap(({ id, name, people }) => {
      const found = people && judge(people, name, id);
      return found ? [{ school: id, ...found }] : [];
    });

/** What is judged of the people of each school: whether a concern finds somebody. */
export const schoolChecks = {
  leads: each(({ leads }, name, id) =>
    leads > 0
      ? { state: 'ok', says: `${name} has ${leads} safeguarding ${leads === 1 ? 'lead' : 'leads'} in post.` }
      : {
          ...{ state: 'fault', says: `${name} has no safeguarding lead in post: nobody would be told of a concern.` },
          mend: `Say who leads there: npm run set-up -- --school ${id} --dsl OBJECT-ID=NAME --head OBJECT-ID=NAME --chair-of-governors OBJECT-ID=NAME --telephone NUMBER.`,
        },
  ),
  duty: each(({ onDuty, leads }, name) => {
    // Who leads first is put on duty by the same command.
    if (!onDuty && leads === 0) return undefined;
    if (!onDuty)
      return {
        ...{ state: 'fault', says: `Nobody is on duty at ${name}.` },
        mend: 'Say who takes concerns on, with a telephone number (the list “Duty”). Until then all leads are told.',
      };
    // Where there is no lead at all, that is the fault.
    if (!onDuty.leads && leads > 0)
      return {
        ...{ state: 'fault', says: `Who is on duty at ${name} is not a safeguarding lead in post.` },
        mend: 'Put a lead or deputy on duty, or give who is on duty the role.',
      };
    return { state: 'ok', says: `Somebody is on duty at ${name}.` };
  }),
  telephone: each(({ onDuty }, name) => {
    if (!onDuty) return undefined;
    return onDuty.telephone
      ? { state: 'ok', says: `Who is on duty at ${name} can be telephoned.` }
      : {
          ...{ state: 'fault', says: `Who is on duty at ${name} has no telephone number that can be dialled.` },
          mend: 'Correct the number of who is on duty (the list “Duty”): it is shown to whoever reports a danger.',
        };
  }),
  // Where nobody leads yet, nobody has been named at all.
  heads: each(({ heads, leads }, name) => {
    if (leads === 0) return undefined;
    return heads > 0
      ? { state: 'ok', says: `Somebody manages concerns about adults at ${name}.` }
      : {
          ...{ state: 'fault', says: `${name} has no head in post: nobody would be told of a concern about an adult.` },
          mend: 'A lead gives the head the role “Head” under Roles in the desk.',
        };
  }),
  chairs: each(({ chairs, leads }, name) => {
    if (leads === 0) return undefined;
    return chairs > 0
      ? { state: 'ok', says: `Somebody manages concerns about the head of ${name}.` }
      : {
          ...{ state: 'warning', says: `Nobody would be told of a concern about the head of ${name}.` },
          mend: 'Give the chair of governors, or the person named for it, that role under Roles in the desk; who is on no staff list is named in the list “Roles”.',
        };
  }),
} as const satisfies Record<string, Check>;
