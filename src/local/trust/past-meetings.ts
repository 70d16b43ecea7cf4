import type { callMeeting } from '../../areas/meetings/call-meeting.ts';
import { heldInTeams } from '../held-in-teams.ts';
import type { ToldBrings } from '../seed-brings.ts';
import type { ToldMinutes } from '../seed-minutes.ts';

type Asked = Parameters<typeof callMeeting.decide>[1];

/** A meeting of the demonstration, called at a moment by a lead who also writes its agenda then. */
export interface ToldMeeting extends Pick<Asked, 'kind' | 'guests' | 'heldBy'> {
  readonly at: string;
  readonly by: string;
  /** Wall clock at the school. */
  readonly from: string;
  readonly to: string;
  readonly location: string;
  readonly minuteTaker: string;
  readonly staff: readonly string[];
  readonly children: readonly string[];
  /** A point of their own. */
  readonly point: string;
  /** What each point takes at first, in minutes. */
  readonly minutes: number;
  /** Of whom a report is asked, by name, and by when where it is not the usual day. */
  readonly reports?: readonly { readonly of: string; readonly dueOn?: string }[];
  /** When its agenda was brought up to date, as the clock at the school showed it. */
  readonly refreshed?: string;
  /** What was written there, of one that was. */
  readonly minuted?: ToldMinutes;
  /** What the school has begun to write for it. */
  readonly brings?: ToldBrings;
  /** It was held in Teams, under this event of the calendar of whoever called it. */
  readonly event?: string;
}

const november: ToldMinutes = {
  at: '2026-11-26T16:50',
  apologies: ['Kayleigh Marsh'],
  points: [
    { of: 'Apologies', state: 'decided', texts: { discussion: 'Kayleigh is with a family.' } },
    {
      of: 'What is open and overdue',
      state: 'decided',
      texts: {
        discussion: 'Gone through one by one. Nothing is overdue by more than two days.',
        decision: 'Whoever cannot keep a day says so before it, not after.',
        reason: 'Twice this term a day went by and nobody had asked for more time.',
      },
    },
    {
      of: 'Training and policy',
      state: 'carried',
      texts: {
        discussion: 'Three supply teachers have not done the induction.',
        decision: 'Ines looks for an hour before Christmas.',
        disagreement: 'Tom would not have them teach until it is done.',
      },
    },
    {
      of: 'Who is at the gate in December',
      state: 'decided',
      texts: {
        decision: 'Tom until the 11th, Priya until the end of term.',
        childView: 'Pupils asked that somebody they know is there.',
      },
    },
  ],
  agreed: '2026-11-26T16:50',
};

const brings: ToldBrings = {
  child: 0,
  texts: {
    voice: '“I like it when we have toast together.” Nell to Kayleigh Marsh, 7 December.',
    works: 'Breakfast club since half-term: she is in before the bell on most days. She trusts Kayleigh.',
    worries: 'She falls asleep after lunch, and has come without a coat in the cold.',
    offer: 'A place at breakfast club until Easter, and a coat from the school’s cupboard.',
  },
};

/** Agreed, published, and posted in the team’s channel on the morning on which the demonstration begins. */
const lastWeek: ToldMinutes = {
  at: '2026-12-03T16:45',
  apologies: ['Margaret Eaves'],
  points: [
    { of: 'Apologies', state: 'decided', texts: { discussion: 'Margaret is with the governors.' } },
    {
      of: 'What is open and overdue',
      state: 'decided',
      texts: {
        discussion: 'Eleven are open, none of them overdue.',
        decision: 'Whoever is away on the Friday before the holidays hands over what is open by the Wednesday.',
      },
    },
    {
      of: 'Kacey Brook',
      state: 'decided',
      texts: {
        discussion: 'Alone at break for the second week. Her form tutor says that she yawns through the morning.',
        decision:
          'Kacey has somebody to sit with at break until Christmas.\nTalk with Kacey about her mornings @Tom Whitlock by Thursday',
        reason: 'She speaks to Tom of her own accord.',
        childView: '“I don’t sleep much, I just listen.”',
      },
    },
    {
      of: 'Leo Tarrant',
      state: 'decided',
      texts: {
        discussion: 'The mark on his wrist, and two boys of Year 9 who were near.',
        decision:
          'Two adults stand at the far end of the field at lunch, not one.\nAsk the nurse to see Leo once more @Ines Duarte by Friday',
        disagreement: 'Kayleigh would speak to the two boys now. Agreed to hear Leo first.',
      },
    },
    {
      of: 'Orla Finch',
      state: 'decided',
      texts: {
        discussion: 'No coat and no lunch, twice this week; her sister waits for her at the gate.',
        decision: 'A place at breakfast club from Monday.\nRing home about lunches @Kayleigh Marsh by 14 December',
        childView: '“Mum’s sorting it.”',
      },
    },
    {
      of: 'Training and policy',
      state: 'decided',
      texts: { decision: 'The three supply teachers have their induction on 8 December at 15:45, in the library.' },
    },
    {
      of: 'Telephones at the school gate',
      state: 'decided',
      texts: {
        discussion: 'Pupils film each other while they wait for the buses.',
        decision: 'Telephones stay in bags until the bus has left. Form tutors say so on Monday.',
        childView: 'The school council asked for the same rule for everybody.',
      },
    },
  ],
  agreed: '2026-12-07T08:25',
  published: '2026-12-07T08:30',
  read: { at: '2026-12-08T12:35', by: ['tom', 'ines'] },
};

/** What the school brought to the conference: written before it, and seen by the family. */
const toConference: ToldBrings = {
  ...{ at: '2026-11-11T16:20', child: 0, givenOn: '2026-11-11' },
  texts: {
    child:
      'Phoebe has been with us since Year 7. She likes art and the allotment. Kayleigh Marsh knows her best and sees her most mornings.',
    seen: '2 November: came without lunch and with wet shoes; said that nobody had been up. 9 November: asked whether she could stay until six. Absent on four Mondays since September.',
    voice:
      '“I want Mum to get up. I don’t want to live anywhere else.” Phoebe to Kayleigh Marsh, 10 November. She has read this page and asked for nothing to be taken out.',
    works: 'Art on Tuesdays, the allotment, breakfast club. She comes to Kayleigh when something is wrong.',
    worries:
      'She gets her little brother ready alone. If nothing changes she misses more Mondays, and nobody sees the two of them at the weekend.',
    life: 'Attendance 84 per cent from 1 September to 6 November; last year 93. No incidents of behaviour. At the expected level in English, below it in mathematics since half-term.',
    done: 'Calls home on each Monday of absence; early help offered in October and declined; referred on 3 November.',
    offer: 'Breakfast club every day, Kayleigh each morning, a place in the art room until half past four.',
    asks: 'Of the health visitor: is the brother seen? Of the social worker: who is at home at weekends, by the first core group.',
    view: 'The school thinks that both children need a plan: what was offered was not taken up, and it has become worse.',
  },
};

/** Chaired elsewhere: the school’s own note of it. The minutes of those who held it should have come. */
const conference: ToldMinutes = {
  at: '2026-11-17T12:05',
  apologies: ['PC Anita Rowe'],
  outcome: 'cp-plan',
  points: [
    {
      of: 'The child’s wishes and feelings',
      state: 'decided',
      texts: {
        discussion: 'Kayleigh read out what Phoebe had asked her to say.',
        childView: '“I want Mum to get up. I don’t want to live anywhere else.”',
      },
    },
    {
      of: 'What parents or carers say',
      state: 'decided',
      texts: {
        discussion:
          'Her mother had read the school’s report beforehand, and said that it was fair. She wants help with the mornings.',
      },
    },
    {
      of: 'What school contributes',
      state: 'decided',
      texts: { discussion: 'Given in writing on 11 November; nothing was asked about it.' },
    },
    {
      of: 'Is the child safe, and what still worries us?',
      state: 'decided',
      texts: {
        decision: 'A child protection plan for both children, category neglect. All who were there agreed.',
        reason: 'Help was offered twice and not taken up, and the brother is too young to say how he is.',
      },
    },
    {
      of: 'The plan: what is done, by whom, by when',
      state: 'decided',
      texts: {
        decision:
          'School: breakfast club each day, and a call to the social worker on any morning on which Phoebe is not in by half past nine.\nSocial worker: a visit each week, the first by 20 November.',
      },
    },
    {
      of: 'Date of the next meeting',
      state: 'decided',
      texts: { decision: 'Core group on 1 December. Review conference on 9 February.' },
    },
  ],
  agreed: '2026-11-18T08:40',
  nextOn: '2027-02-09',
};

/** Begun, and not agreed: what Teams wrote down of it waits to be looked at. */
const yesterday: ToldMinutes = {
  at: '2026-12-09T16:35',
  apologies: [],
  points: [
    { of: 'Places at breakfast club', texts: { discussion: 'Three places are left, six names are on the list.' } },
  ],
};

export const toldMeetings: readonly ToldMeeting[] = [
  {
    ...({ at: '2026-11-23T08:40', by: 'priya', kind: 'safeguarding-team', minuteTaker: 'sheila' } as const),
    ...{ from: '2026-11-26T15:45', to: '2026-11-26T16:45', location: 'Priya’s office' },
    ...{ staff: ['tom', 'ines', 'kayleigh'], guests: [], children: ['Connor Blythe', 'Tyler Bramley'] },
    ...{ point: 'Who is at the gate in December', minutes: 5, minuted: november },
  },
  {
    ...({ at: '2026-11-05T09:30', by: 'priya', kind: 'icpc', minuteTaker: 'sheila' } as const),
    ...{ from: '2026-11-17T10:00', to: '2026-11-17T11:45', location: 'Civic Centre, room 4' },
    ...{ heldBy: 'Westmarch children’s social care', staff: ['kayleigh'], children: ['Phoebe Sandal'] },
    ...{ point: 'Who collects her little brother', minutes: 10, brings: toConference, minuted: conference },
    guests: [
      { as: 'family', name: 'Karen Sandal', email: 'karen.sandal@post.example' },
      {
        ...({ as: 'professional', name: 'Judith Carrow', agency: 'Westmarch children’s social care' } as const),
        email: 'judith.carrow@westmarch.example',
      },
      {
        ...({ as: 'professional', name: 'Femi Adebayo', agency: 'Westmarch children’s social care' } as const),
        email: 'femi.adebayo@westmarch.example',
      },
      {
        ...({ as: 'professional', name: 'PC Anita Rowe', agency: 'Westmarch police' } as const),
        email: 'anita.rowe@police.example',
      },
    ],
  },
  {
    ...({ at: '2026-11-30T08:35', by: 'priya', kind: 'safeguarding-team', minuteTaker: 'sheila' } as const),
    ...{ from: '2026-12-03T15:45', to: '2026-12-03T16:40', location: 'Priya’s office' },
    ...{ staff: ['tom', 'ines', 'kayleigh', 'margaret'], guests: [] },
    ...{ children: ['Kacey Brook', 'Leo Tarrant', 'Orla Finch'], point: 'Telephones at the school gate', minutes: 5 },
    ...{ refreshed: '2026-12-03T15:30', minuted: lastWeek },
  },
  {
    ...({ at: '2026-12-07T09:10', by: 'priya', kind: 'safeguarding-team', minuteTaker: 'sheila' } as const),
    ...{ from: '2026-12-10T15:45', to: '2026-12-10T16:45', location: 'Priya’s office' },
    ...{ staff: ['tom', 'ines', 'kayleigh'], guests: [], children: ['Kacey Brook', 'Leo Tarrant', 'Orla Finch'] },
    ...{ point: 'Cover over the Christmas holidays', minutes: 5, refreshed: '2026-12-10T07:35' },
  },
  {
    ...({ at: '2026-12-08T11:25', by: 'priya', kind: 'taf', minuteTaker: 'sheila' } as const),
    ...{ from: '2026-12-14T14:00', to: '2026-12-14T15:15', location: 'Meeting room by the library' },
    ...{ staff: ['kayleigh'], children: ['Nell Finch', 'Orla Finch'], point: 'Breakfast and coats', minutes: 8 },
    reports: [{ of: 'Kayleigh Marsh' }, { of: 'Ama Boateng', dueOn: '2026-12-11' }],
    brings,
    guests: [
      { as: 'family', name: 'Caroline Finch', email: 'caroline.finch@post.example' },
      {
        ...({ as: 'professional', name: 'Ama Boateng', agency: 'Westmarch early help' } as const),
        email: 'ama.boateng@earlyhelp.example',
      },
    ],
  },
  {
    ...({ at: '2026-12-08T12:10', by: 'priya', kind: 'pastoral', minuteTaker: 'sheila' } as const),
    ...{ from: '2026-12-09T15:45', to: '2026-12-09T16:30', location: 'In Teams', event: heldInTeams.event },
    ...{ staff: ['tom', 'kayleigh'], guests: [], children: ['Leo Tarrant'] },
    ...{ point: 'Places at breakfast club', minutes: 5, minuted: yesterday },
  },
];
