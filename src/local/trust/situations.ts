import { completeAction } from '../../areas/actions/complete-action.ts';
import { markMisfiled } from '../../areas/concerns/mark-misfiled.ts';
import { triageConcern } from '../../areas/concerns/triage-concern.ts';
import { addPerson } from '../../areas/concerns/add-person.ts';
import { sayChildRole } from '../../areas/concerns/say-child-role.ts';
import { castMember } from '../cast.ts';
import type { Later, Told } from './told.ts';

/**
 * The situations of the demonstration that Lantern can show, as what was reported for them. What people then decided and did
 * (`later`) comes with the areas that know it.
 */

/** Marked urgent late in the day; the duty lead did not answer, and the deputy took it after twenty minutes. */
const unanswered: readonly Told[] = [
  {
    key: 'unanswered',
    at: '2026-12-09T15:20',
    reporter: 'kayleigh',
    who: 'Jasmine Thrale 10C',
    safeNow: 'not-sure',
    when: 'just now',
    taken: { by: 'tom', at: '2026-12-09T15:41' },
    words:
      'Jasmine came to my room at the bell and would not go to the bus. She said, “He’s got my house key and he won’t give it back.” She means her boyfriend, who has left school. I have asked her to wait with me.',
  },
];

/** Two girls of one name: one entry was put right, another is filed with 9A and its words speak of 9D. */
const sameNameTwice: readonly Told[] = [
  {
    key: 'same-name-put-right',
    at: '2026-11-12T14:05',
    reporter: 'Joseph Amoah',
    who: 'Mia Hughes 9D',
    safeNow: 'yes',
    when: 'period 4',
    taken: { by: 'tom', at: '2026-11-12T14:40' },
    words:
      'Mia asked to stay in the music room at lunch for the third day. She said, “It’s the only place nobody films.” She would not say who films, or what.',
    later: [
      {
        by: 'priya',
        at: '2026-11-13T09:12',
        async run(act, concern) {
          const entry = await act(markMisfiled, {
            ...{ concern, rev: 2, school: 'harrowmere', who: 'Mia Hughes 9A' },
            reason: 'Mia of 9D was on the museum trip that day. Mr Amoah says that it was the other Mia.',
          });
          await act(triageConcern, {
            ...{ concern: entry.concern, rev: 1, outcome: 'route-pastoral', urgency: 'within-24h' },
            ...{ levelOfNeed: '2-additional', parents: 'informed' },
            reason: 'Filmed by others without wanting it. She wants it to stop and not to be asked in front of them.',
            line: 'Is being filmed at lunch and does not want it. Please look at who films, without naming her.',
          });
        },
      },
    ],
  },
  {
    key: 'same-name-misfiled',
    at: '2026-11-24T10:48',
    reporter: 'Bridget Ash',
    who: 'Mia Hughes 9A',
    safeNow: 'yes',
    when: 'break time',
    taken: { by: 'priya', at: '2026-11-24T11:05' },
    words:
      'Mia from Mr Zielak’s form, 9D, told me that she goes to her aunt’s when it is “loud” at home. She said, “I’ve got a drawer there and everything.” She walks there by herself after dark.',
  },
];

/** Five small things in six weeks, seen by three adults. */
const coatLunchSmell: readonly Told[] = [
  {
    key: 'jayden-1',
    at: '2026-11-02T08:52',
    reporter: 'Hannah Sykes',
    who: 'Jayden Poole 4A',
    safeNow: 'yes',
    when: 'first thing',
    taken: { by: 'ruth', at: '2026-11-02T09:40' },
    words:
      'Jayden came back after half-term without a coat; it was three degrees at the gate. He said, “It doesn’t zip any more.” I lent him one from lost property.',
  },
  {
    key: 'jayden-2',
    at: '2026-11-10T12:25',
    reporter: 'pat',
    who: 'Jayden Poole',
    safeNow: 'yes',
    when: 'lunch',
    taken: { by: 'ruth', at: '2026-11-10T13:10' },
    words:
      'Jayden had no packed lunch, and there was no dinner booked for him. He told me, “I’m not that hungry on Tuesdays.” He ate all of what the kitchen found.',
  },
  {
    key: 'jayden-3',
    at: '2026-11-18T09:15',
    reporter: 'Lynne Oddy',
    who: 'Jayden Poole 4A',
    safeNow: 'yes',
    when: 'carpet time',
    taken: { by: 'ruth', at: '2026-11-18T10:30' },
    words:
      'Two children did not want to sit by Jayden because of the smell. His jumper is the one he wore last week. He heard them and said, “The machine’s broke.”',
  },
  {
    key: 'jayden-4',
    at: '2026-11-26T12:31',
    reporter: 'pat',
    who: 'Jayden Poole',
    safeNow: 'yes',
    when: 'lunch',
    taken: { by: 'ruth', at: '2026-11-26T13:02' },
    words:
      'No lunch again for Jayden, and he was asking the little ones for their crusts. He said, “Only if you’re not having it.” I sat with him until he had eaten.',
  },
  {
    key: 'jayden-5',
    at: '2026-12-07T08:49',
    reporter: 'Hannah Sykes',
    who: 'Jayden Poole 4A',
    safeNow: 'yes',
    when: 'first thing',
    taken: { by: 'ruth', at: '2026-12-07T09:20' },
    words:
      'Still no coat, and wet through this morning because he had walked. He said, “I know the way, I’ve got a key.” He is eight. The borrowed coat has not been seen since November.',
  },
];

/** What the referral of the day before rests on. */
const referralYesterday: readonly Told[] = [
  {
    key: 'aisha',
    at: '2026-12-09T09:20',
    reporter: 'daniel',
    who: 'Aisha Begum-Clarke 10C',
    safeNow: 'no',
    when: 'just now',
    taken: { by: 'priya', at: '2026-12-09T09:26' },
    words:
      'Aisha stayed behind and said, “If I go home tonight he’ll know I told you.” She said that her stepfather has hurt her before and that Mum was there. I said that I must tell Mrs Raman now, and she came with me.',
  },
];

/** What Tom said of Leo in one report, and of whoever else is in it: one event, own roles. */
function roles(
  at: string,
  role: 'harmed' | 'alleged-to-have-harmed',
  other: { readonly name: string; readonly role: 'harmed' | 'alleged-to-have-harmed' },
): readonly Later[] {
  const tom = { by: 'tom', at };
  return [
    { ...tom, run: (act, concern) => act(sayChildRole, { concern, rev: 2, role }) },
    { ...tom, run: (act, concern) => act(addPerson, { concern, ...other }) },
  ];
}

/** Harmed on Monday, alleged to have harmed on Wednesday. */
const bothHarmedAndHarming: readonly Told[] = [
  {
    key: 'leo-harmed',
    at: '2026-12-07T13:14',
    reporter: 'Moira Skelton',
    who: 'Leo Tarrant 8D',
    safeNow: 'yes',
    when: 'lunch',
    taken: { by: 'tom', at: '2026-12-07T13:31' },
    later: roles('2026-12-07T13:52', 'harmed', { name: 'Two boys from Year 9', role: 'alleged-to-have-harmed' }),
    words:
      'Leo was held against the lockers by two boys from Year 9 until somebody shouted. He said, “They do it when it’s raining, because nobody’s out.” He would not name them to me.',
  },
  {
    key: 'leo-harming',
    at: '2026-12-09T11:02',
    reporter: 'Joseph Amoah',
    who: 'Leo Tarrant 8D',
    safeNow: 'yes',
    when: 'period 3',
    taken: { by: 'tom', at: '2026-12-09T11:20' },
    later: roles('2026-12-09T11:38', 'alleged-to-have-harmed', { name: 'A boy from Year 7', role: 'harmed' }),
    words:
      'A Year 7 boy says that Leo pushed him down on the field and stood on his bag. Leo told me, “He should have moved.” Both are calm now and were seen one after the other.',
  },
];

/** Twins at the trust’s two schools. */
const twins: readonly Told[] = [
  {
    key: 'sam',
    at: '2026-12-02T08:44',
    reporter: 'Sunita Mehra',
    who: 'Sam Ellery 7C',
    safeNow: 'yes',
    when: 'tutor time',
    taken: { by: 'priya', at: '2026-12-02T09:15' },
    words:
      'Sam asked if he may telephone his brother at Brackenfold at lunch “to check he got in”. He said, “Mum’s asleep in the mornings now.” They have been setting off by themselves since November.',
  },
  {
    key: 'toby',
    at: '2026-12-02T09:05',
    reporter: 'Tariq Baig',
    who: 'Toby Ellery 6A',
    safeNow: 'yes',
    when: 'first thing',
    taken: { by: 'ruth', at: '2026-12-02T10:10' },
    words:
      'Toby was late again and had crossed the main road alone. “Sam takes me to the lights and then he has to run,” he said. There was no answer from home.',
  },
];

/** What the conference in November was about. */
const beforeTheConference: readonly Told[] = [
  {
    key: 'phoebe-1',
    at: '2026-11-02T08:47',
    reporter: 'kayleigh',
    who: 'Phoebe Sandal 8B',
    safeNow: 'not-sure',
    when: 'before school',
    taken: { by: 'priya', at: '2026-11-02T08:58' },
    words:
      'Phoebe had no lunch with her and her shoes were wet through. “Nobody was up,” she said. She had dressed her little brother and walked him to his nursery before she came to us.',
    later: [
      {
        by: 'priya',
        at: '2026-11-03T10:20',
        async run(act, concern) {
          const { action = '' } = await act(triageConcern, {
            ...({ concern, rev: 2, outcome: 'referral', urgency: 'within-24h', levelOfNeed: '4-acute' } as const),
            ...({ parents: 'informed' } as const),
            reason:
              'Early help was offered in October and declined. She looks after a small child alone in the mornings, and it is the fourth Monday.',
            action: {
              ...{ what: 'Ring Westmarch’s front door and send the referral the same day.', dueOn: '2026-11-03' },
              ...({ owner: castMember('priya').id, priority: 'today' } as const),
            },
          });
          const note =
            'Rung before nine; they asked for it in writing, and it went off at ten with the report of the day before.';
          await act(completeAction, { action, note });
        },
      },
    ],
  },
  {
    key: 'phoebe-2',
    at: '2026-11-09T15:20',
    reporter: 'kayleigh',
    who: 'Phoebe Sandal 8B',
    safeNow: 'yes',
    when: 'at the bell',
    taken: { by: 'priya', at: '2026-11-09T15:34' },
    words:
      'Phoebe asked whether she might stay in the art room until six. “It’s warm,” she said, “and I can fetch him after.” She did not want her mother to be rung about it.',
  },
];

export const situations: readonly Told[] = [
  ...unanswered,
  ...sameNameTwice,
  ...coatLunchSmell,
  ...referralYesterday,
  ...bothHarmedAndHarming,
  ...twins,
  ...beforeTheConference,
];
