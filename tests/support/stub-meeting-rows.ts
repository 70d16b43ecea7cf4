import type {
  AgendaItem,
  AskedMeeting,
  DecidedLastTime,
  MeetingChildItem,
  MeetingListItem,
  MeetingPersonItem,
} from '../../src/areas/meetings/contract.ts';

/** The meetings of the stub, who comes to them and what they are about. */
export const school = 'harrowmere';
export const usual = {
  ...{ rev: 1, school, online: false, filed: true },
  status: 'invited',
  calledByName: 'Priya Raman',
} as const;
export const ours = { chairName: 'Priya Raman', minuteTakerName: 'Sheila Brandt' };

export const stubMeetings = (): readonly MeetingListItem[] => [
  {
    ...{ ...usual, ...ours, id: 'g1', ref: 'M-2026-0007', kind: 'safeguarding-team', location: 'Room 4' },
    ...{ startsAt: '2026-12-10T15:45:00.000Z', endsAt: '2026-12-10T16:45:00.000Z', children: 3, people: 5 },
  },
  {
    ...{ ...usual, ...ours, id: 'g2', ref: 'M-2026-0008', kind: 'taf', status: 'rearranged', online: true },
    ...{ startsAt: '2026-12-14T14:00:00.000Z', endsAt: '2026-12-14T15:00:00.000Z', children: 2, people: 6 },
    location: 'The meeting room behind the library, first floor of the Wilberforce-Featherstonehaugh building',
  },
  {
    ...{
      ...usual,
      id: 'g3',
      ref: 'M-2026-0009',
      kind: 'core-group',
      status: 'held',
      heldByName: 'Westmarch children’s social care',
    },
    ...{ startsAt: '2026-12-14T15:30:00.000Z', endsAt: '2026-12-14T16:30:00.000Z', children: 1, people: 2 },
    ...{ online: true, filed: false },
  },
];
export const past: readonly MeetingListItem[] = [
  {
    ...{ ...usual, ...ours, id: 'g4', ref: 'M-2026-0005', kind: 'safeguarding-team', location: 'Room 4' },
    status: 'minutes-published',
    ...{ startsAt: '2026-11-26T15:45:00.000Z', endsAt: '2026-11-26T16:45:00.000Z', children: 2, people: 5 },
  },
];
/** So long ago that it is among the past ones no more; its minutes never came. */
export const longAgo: MeetingListItem = {
  ...{ ...usual, id: 'g5', ref: 'M-2026-0004', kind: 'icpc', status: 'held', children: 1, people: 3 },
  ...{ startsAt: '2026-11-17T10:00:00.000Z', endsAt: '2026-11-17T12:00:00.000Z', location: 'County Hall' },
  heldByName: 'Westmarch children’s social care',
};
export const invitations: readonly AskedMeeting[] = [
  {
    ...{
      id: 'g9',
      invitation: 'mp9',
      mayAnswer: true,
      mayRead: false,
      ref: 'M-2026-0011',
      kind: 'taf',
      status: 'invited',
      attendance: 'asked',
    },
    ...{ startsAt: '2026-12-16T14:00:00.000Z', endsAt: '2026-12-16T15:00:00.000Z', online: false },
    ...{ location: 'Room 4', calledByName: 'Tom Whitlock' },
    report: { state: 'awaited', dueOn: '2026-12-11', maySay: true },
    papers: 1,
  },
  {
    ...{ id: 'g8', invitation: 'mp8', mayAnswer: false, mayRead: true, ref: 'M-2026-0003', kind: 'taf' },
    ...{ status: 'minutes-published', attendance: 'attended', online: false, location: 'Room 4' },
    ...{ startsAt: '2026-12-03T14:00:00.000Z', endsAt: '2026-12-03T15:00:00.000Z', calledByName: 'Priya Raman' },
    papers: 0,
  },
];

export const children: readonly MeetingChildItem[] = [
  { id: 'mc1', childId: 'k1', label: 'Child A', name: 'Ellie Marsden', yearGroup: '7', formGroup: '7B' },
  { id: 'mc2', childId: 'k2', label: 'Child B', name: 'Mia Hughes', yearGroup: '9', formGroup: '9A' },
];
export const invited: readonly MeetingPersonItem[] = [
  { id: 'mp1', as: 'staff', name: 'Priya Raman', attendance: 'accepted' },
  { id: 'mp2', as: 'staff', name: 'Sheila Brandt', attendance: 'asked' },
  {
    ...{ id: 'mp3', as: 'professional', name: 'Ama Boateng', agencyName: 'Westmarch early help', attendance: 'asked' },
    ...{ email: 'ama.boateng@earlyhelp.example', report: { state: 'awaited', dueOn: '2026-12-11' } },
  },
  { id: 'mp4', as: 'family', name: 'Claire Marsden', email: 'claire.marsden@post.example', attendance: 'asked' },
];
export const ellie = '0'.repeat(31) + '1';
export const open = { rev: 1, state: 'open' } as const;
export const stubAgenda = (): readonly AgendaItem[] => [
  { ...open, id: 'ap1', number: 1, why: 'standing', heading: 'Apologies', minutes: 5 },
  {
    ...{ ...open, id: 'ap2', number: 2, why: 'overdue-action', minutes: 15 },
    concern: { id: ellie, ref: 'C-2026-0146', childName: 'Ellie Marsden' },
    action: { id: 'x1', what: 'Ask the nurse for her note', ownerName: 'Tom Whitlock', dueOn: '2026-12-08' },
  },
  {
    ...{ ...open, id: 'ap3', number: 3, why: 'new-concern' },
    concern: { id: '0'.repeat(31) + '2', ref: 'C-2026-0145', childName: 'Mia Hughes' },
  },
  { ...open, id: 'ap4', number: 4, why: 'own', heading: 'A quiet place at lunch', minutes: 30 },
  { ...open, id: 'ap5', number: 5, why: 'standing', heading: 'Date of the next meeting', minutes: 5 },
];
/** What the team decided a fortnight ago: one thing done, one not, and one that gave nobody anything to do. */
export const decidedLastTime: DecidedLastTime = {
  ...{ meeting: 'g4', ref: 'M-2026-0005', startsAt: '2026-11-26T15:45:00.000Z' },
  items: [
    {
      ...{ point: 'bp1', decision: 'Her form tutor meets her at the gate each morning for two weeks.' },
      concern: { id: ellie, ref: 'C-2026-0146', childName: 'Ellie Marsden' },
      actions: [
        {
          ...{ id: 'bx1', what: 'Tell her form tutor', ownerName: 'Tom Whitlock', dueOn: '2026-11-27' },
          ...{ status: 'verified', doneAt: '2026-11-27T09:10:00.000Z' },
        },
        {
          ...{ id: 'bx2', what: 'Ask the nurse for her note', ownerName: 'Tom Whitlock', dueOn: '2026-12-08' },
          status: 'open',
        },
      ],
    },
    { point: 'bp2', heading: 'Duty over the holidays', decision: 'The rota of last year holds again.', actions: [] },
  ],
};
