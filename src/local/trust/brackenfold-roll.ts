import type { RollRow } from './roll-row.ts';

/** Children of Brackenfold Primary who have a part to play, most with a brother or sister at Harrowmere. All invented. */
export const brackenfoldNamed: readonly RollRow[] = [
  ['Jayden', 'Poole', '4A'],
  ['Toby', 'Ellery', '6A'],
  ['Alfie', 'Marsden', '3A'],
  ['Idris', 'Begum-Clarke', '5A'],
  ['Maisie', 'Blythe', '4A'],
  ['Dylan', 'Preece', '2A'],
  ['Temi', 'Adeyemi', '6A'],
  ['Rosie', 'Brook', '1A'],
  ['Hana', 'Iqbal', '2A'],
  ['Zuzia', 'Nowak', 'Reception'],
  ['Niamh', 'Murtagh', '5A'],
  ['Poppy', 'Bramley', '3A'],
  ['Ama', 'Mensah', '1A'],
  ['Kayla', 'Doyle', '5A'],
  ['Finn', 'Doyle', '2A'],
  ['Bobby', 'Tuckwell', '4A'],
  ['Lexi', 'Tuckwell', 'Reception'],
];
