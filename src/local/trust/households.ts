import type { RollRow } from './roll-row.ts';

/** Family name, or given and family name where two families share one, and the parents' given names. All invented. */
const parents: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'Mia Hughes 9A': ['Bethan', 'Gareth'],
  'Mia Hughes 9D': ['Joanna'],
  Adeyemi: ['Folake', 'Tunde'],
  'Begum-Clarke': ['Shabnam', 'Peter'],
  Blythe: ['Karen', 'Dean'],
  Bramley: ['Stacey', 'Lee'],
  Brook: ['Michelle'],
  Doyle: ['Sinead', 'Patrick'],
  Ellery: ['Ruth', 'Simon'],
  Finch: ['Caroline', 'Andrew'],
  Iqbal: ['Nadia', 'Tariq'],
  'Iqbal-Shah': ['Samina'],
  Marsden: ['Claire'],
  Mensah: ['Abena', 'Kofi'],
  Murtagh: ['Aoife'],
  Nowak: ['Agnieszka', 'Pawel'],
  Oyelaran: ['Grace'],
  Poole: ['Donna'],
  Preece: ['Rhian', 'Gavin'],
  Raman: ['Priya'],
  Tarrant: ['Helen', 'Marcus'],
  Tuckwell: ['Jodie'],
  Winter: ['Imogen', 'Robert'],
};

/** Whose parent has the child live with somebody else. */
const guardians: Readonly<Record<string, readonly [given: string, family: string]>> = {
  'Reece Adeyemi': ['Yinka', 'Adeyemi'],
  'Jayden Poole': ['Maureen', 'Poole'],
};

/** A parent or guardian, and the places of their children in the roll. */
export interface Household {
  readonly contact: {
    readonly givenName: string;
    readonly familyName: string;
    readonly email: string;
    readonly phone: string;
  };
  readonly of: readonly { readonly pupil: number; readonly relationship: 'parent' | 'guardian' }[];
}

const keyOf = ([given, family, form]: RollRow) =>
  [`${given} ${family} ${form}`, family].find((key) => Object.hasOwn(parents, key));

/** A number from the range that Ofcom keeps for drama, the same for one person wherever their children go. */
const phoneOf = (name: string) =>
  `07700 900${String(Array.from(name).reduce((sum, letter) => (sum * 29 + letter.charCodeAt(0)) % 991, 7)).padStart(3, '0')}`;

function contactOf(givenName: string, familyName: string): Household['contact'] {
  const email = `${givenName}.${familyName}@post.example`.toLowerCase();
  return { givenName, familyName, email, phone: phoneOf(`${givenName} ${familyName}`) };
}

/** Who belongs to the children of a school who have a story; brothers and sisters have their parents in common. */
export function householdsOf(roll: readonly RollRow[]): readonly Household[] {
  const ofKey = (key: string) => roll.flatMap((row, pupil) => (keyOf(row) === key ? [{ row, pupil }] : []));
  const ofParents = Object.entries(parents).flatMap(([key, givens]) => {
    const children = ofKey(key);
    const family = children[0]?.row[1];
    if (family === undefined) return [];
    const of = children.map(({ pupil }) => ({ pupil, relationship: 'parent' as const }));
    return givens.map((given) => ({ contact: contactOf(given, family), of }));
  });
  const ofGuardians = roll.flatMap(([given, family], pupil) => {
    const guardian = guardians[`${given} ${family}`];
    return guardian ? [{ contact: contactOf(...guardian), of: [{ pupil, relationship: 'guardian' as const }] }] : [];
  });
  return [...ofParents, ...ofGuardians];
}
