const early: Readonly<Record<string, string>> = {
  r: 'Reception',
  kg: 'Reception',
  rec: 'Reception',
  reception: 'Reception',
  '0': 'Reception',
  n: 'Nursery',
  n1: 'Nursery',
  n2: 'Nursery',
  nursery: 'Nursery',
  pk: 'Nursery',
};

/** A year group as English schools say it: `07`, `Y7` and `Year 7` are Year 7; what is neither stays as it is written. */
export function yearGroupOf(text: string): string | undefined {
  const written = text.trim();
  if (written === '') return undefined;
  const number = /^(?:y|yr|year)?\s*0*(\d{1,2})$/i.exec(written)?.[1];
  if (number !== undefined && number !== '0') return `Year ${number}`;
  return early[(number ?? written).toLowerCase()] ?? written.slice(0, 20);
}
