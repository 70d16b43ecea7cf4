import { fold } from '../match-child.ts';

interface Born {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  /** ISO date. */
  readonly birthDate: string | null;
}

/** As little of a date as may tell two children apart: the year, the month, the day. */
const lengths = ['2014'.length, '2014-03'.length, '2014-03-14'.length];

/**
 * What of their dates of birth tells children of the same name apart, and no more than that: the year where years differ, else
 * the month, else the day. Nobody else's birthday is shown.
 * @param children those who stand beside one another
 * @returns by id: `2014`, `2014-03` or `2014-03-14`; nothing for a child whom it does not help to tell
 */
export function bornApart(children: readonly Born[]): ReadonlyMap<string, string> {
  const nameOf = ({ givenName, familyName }: Born) => fold(`${givenName} ${familyName}`).join(' ');
  const dated = children.filter(({ birthDate }) => birthDate !== null && birthDate !== '');
  return new Map(
    [...new Set(dated.map(nameOf))].flatMap((name) => {
      const namesakes = dated.filter((child) => nameOf(child) === name);
      const distinct = (length: number) => new Set(namesakes.map((one) => cut(one, length))).size;
      // The shortest that tells as many apart as the whole date does.
      const enough = lengths.find((length) => distinct(length) === distinct(10));
      if (enough === undefined || distinct(enough) === 1) return [];
      return namesakes.map((one) => [one.id, cut(one, enough)] as const);
    }),
  );
}

const cut = ({ birthDate }: Born, length: number) => (birthDate ?? '').slice(0, length);
