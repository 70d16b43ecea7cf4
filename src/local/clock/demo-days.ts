/** Where the demonstration's clock begins, and where its menu leads; times of a wall clock at the schools. All school mornings and bad moments. */
export const demoDays = {
  /** D: a Thursday with lessons. */
  begins: '2026-12-10T08:05',
  /** The same day, before anybody comes: what is done in channels that morning is done from then on. */
  dawns: '2026-12-10T07:40',
  /** When the schools began with Lantern. */
  founded: '2026-09-01T08:00',
  jumps: [
    {
      key: 'afternoon',
      label: 'Thursday 10 December, 15:20',
      what: 'the end of the school day',
      at: '2026-12-10T15:20',
    },
    { key: 'friday', label: 'Friday 11 December, 16:55', what: 'just before the weekend', at: '2026-12-11T16:55' },
    { key: 'christmas-eve', label: 'Christmas Eve, 22:40', what: 'in the holidays, at night', at: '2026-12-24T22:40' },
    { key: 'january', label: 'Tuesday 5 January, 08:05', what: 'the first morning of term', at: '2027-01-05T08:05' },
  ],
} as const;
