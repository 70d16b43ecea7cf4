import type { Told } from './told.ts';

/** What was reported at Harrowmere shortly before the demonstration begins, oldest first. All invented. */
export const smallPast: readonly Told[] = [
  {
    key: 'report-0',
    at: '2026-12-01T10:52',
    reporter: 'kayleigh',
    who: 'Kacey Brook 8B',
    safeNow: 'yes',
    when: 'break time',
    taken: { by: 'priya', at: '2026-12-01T10:56' },
    words:
      'Kacey sat alone on the bench again and would not come in when the bell went. She said, “I don’t sleep much, I just listen.” I asked what for and she shrugged.',
  },
  {
    key: 'report-1',
    at: '2026-12-02T12:41',
    reporter: 'zoe',
    who: 'Leo Tarrant',
    safeNow: 'yes',
    when: 'lunch',
    taken: { by: 'tom', at: '2026-12-02T12:48' },
    words:
      'Leo came to first aid with a sore wrist. He said, “We were only messing about,” and looked over at two boys from Year 9 before he answered. The nurse has seen it and noted the mark.',
  },
  {
    key: 'report-2',
    at: '2026-12-03T11:35',
    reporter: 'daniel',
    who: 'Orla Finch',
    safeNow: 'yes',
    when: 'period 3',
    taken: { by: 'priya', at: '2026-12-03T11:45' },
    words:
      'Orla had no coat and no lunch for the second time this week. “Mum’s sorting it,” she said. Her sister Nell waited for her at the gate.',
  },
  {
    key: 'report-3',
    at: '2026-12-07T14:20',
    reporter: 'ines',
    who: 'Alex Winter',
    safeNow: 'yes',
    when: 'just now',
    taken: { by: 'tom', at: '2026-12-07T14:33' },
    words:
      'In our session Alex said, “I’m fine at school, it’s the evenings.” They asked me not to ring home today. I said I would have to tell Mrs Raman that they are worried.',
  },
  {
    key: 'report-4',
    at: '2026-12-08T15:48',
    reporter: 'kayleigh',
    who: 'Mia Hughes',
    safeNow: 'not-sure',
    when: 'yesterday',
    taken: { by: 'priya', at: '2026-12-08T16:04' },
    words:
      'Mia told a friend that somebody she met in a game keeps asking which bus she takes. The friend showed me two messages and then put her telephone away.',
  },
  {
    key: 'report-5',
    at: '2026-12-09T08:58',
    reporter: 'zoe',
    who: 'Tyler Bramley 9B',
    safeNow: 'yes',
    when: 'tutor time',
    words:
      'Tyler put his head on the desk and said, “Dad’s back, so that’s that.” He would not say more. He ate nothing at lunch.',
  },
  {
    key: 'report-6',
    at: '2026-12-09T15:26',
    reporter: 'daniel',
    who: 'Chloe Atherton',
    safeNow: 'yes',
    when: 'just now',
    words:
      'Chloe asked whether a teacher “has to tell” if somebody says something. I said yes, and why, and that I would listen. She said, “Another day, then.”',
  },
];
