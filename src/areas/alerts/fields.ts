/** Who takes concerns on at a school now. The rota, when it comes, writes this row. */
export const dutyFields = {
  personId: { kind: 'text', label: 'Entra object id', max: 36, required: true },
  personName: { kind: 'text', label: 'Name', max: 255, required: true },
  /** As people dial it; shown as a telephone link. */
  phone: { kind: 'text', label: 'Telephone', max: 40, required: true },
} as const;
