import { judgeStaffConcern } from '../../areas/staff-concerns/judge-staff-concern.ts';
import { takeStaffConcern } from '../../areas/staff-concerns/take-staff-concern.ts';
import type { Later } from './told.ts';

/** A concern about an adult of the demonstration’s past; times as of a wall clock at the school. */
export interface ToldOfAdult {
  readonly key: string;
  readonly at: string;
  readonly reporter: string;
  readonly about: 'adult' | 'head';
  readonly who: string;
  readonly words: string;
  readonly when: string;
  readonly later?: readonly Later[];
}

/** One that the head has judged, one that nobody has looked at yet, and one about a head who also leads safeguarding. */
export const staffMatters: readonly ToldOfAdult[] = [
  {
    key: 'adult-messages',
    at: '2026-11-19T15:50',
    reporter: 'kayleigh',
    about: 'adult',
    who: 'Robbie Tait',
    when: 'today',
    words:
      'Two Year 10 boys showed me messages from Mr Tait on his own number about where to meet for the placement. Nothing in them is wrong, but the code of conduct says the school telephone only, and he laughed when I said so.',
    later: [
      {
        by: 'margaret',
        at: '2026-11-19T16:30',
        async run(act, concern) {
          await act(takeStaffConcern, { concern, rev: 1 });
          await act(judgeStaffConcern, {
            ...{ concern, rev: 2, kind: 'low-level' as const, lado: 'consulted' as const },
            reason:
              'Against the code of conduct and below the harm threshold; the LADO agrees. He has the school telephone now and we have gone through the code together.',
          });
        },
      },
    ],
  },
  {
    key: 'adult-corridor',
    at: '2026-12-09T16:10',
    reporter: 'grace',
    about: 'adult',
    who: 'the new cover supervisor, tall, grey jacket',
    when: 'period 5',
    words:
      'He stood in the doorway of the Year 8 changing room and went on talking to the girls in it after I had asked him to come out. He said, “They don’t mind.”',
  },
  {
    key: 'adult-head',
    at: '2026-12-03T13:05',
    reporter: 'pat',
    about: 'head',
    who: 'Mrs Appleyard',
    when: 'lunch, 12:40',
    words:
      'She took Jayden by the arm to bring him out of the hall. He said, “Ow, you’re hurting.” She did not let go until the corridor. I saw a red mark.',
  },
];
