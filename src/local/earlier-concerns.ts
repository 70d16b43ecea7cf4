/** What was reported at Harrowmere before the demonstration begins, oldest first. All invented. */
export interface EarlierConcern {
  /** School days (Monday to Friday) before the day on which the demonstration begins. */
  readonly daysAgo: number;
  /** Wall-clock time at the school. */
  readonly at: string;
  /** Key of the cast. */
  readonly reporter: string;
  readonly who: string;
  readonly words: string;
  readonly safeNow: 'yes' | 'no' | 'not-sure';
  readonly when: string;
  /** Key of whoever took it. */
  readonly takenBy?: string;
}

export const earlierConcerns: readonly EarlierConcern[] = [
  {
    daysAgo: 6,
    at: '10:52',
    reporter: 'kayleigh',
    who: 'Kacey Brook 8B',
    safeNow: 'yes',
    when: 'break time',
    takenBy: 'priya',
    words:
      'Kacey sat alone on the bench again and would not come in when the bell went. She said, “I don’t sleep much, I just listen.” I asked what for and she shrugged.',
  },
  {
    daysAgo: 5,
    at: '12:41',
    reporter: 'zoe',
    who: 'Leo Tarrant',
    safeNow: 'yes',
    when: 'lunch',
    takenBy: 'tom',
    words:
      'Leo came to first aid with a sore wrist. He said, “We were only messing about,” and looked over at two boys from Year 9 before he answered. The nurse has seen it and noted the mark.',
  },
  {
    daysAgo: 4,
    at: '11:35',
    reporter: 'daniel',
    who: 'Orla Finch',
    safeNow: 'yes',
    when: 'period 3',
    takenBy: 'priya',
    words:
      'Orla had no coat and no lunch for the second time this week. “Mum’s sorting it,” she said. Her sister Nell waited for her at the gate.',
  },
  {
    daysAgo: 3,
    at: '14:20',
    reporter: 'ines',
    who: 'Alex Winter',
    safeNow: 'yes',
    when: 'just now',
    takenBy: 'tom',
    words:
      'In our session Alex said, “I’m fine at school, it’s the evenings.” They asked me not to ring home today. I said I would have to tell Mrs Raman that they are worried.',
  },
  {
    daysAgo: 2,
    at: '15:48',
    reporter: 'kayleigh',
    who: 'Mia Hughes',
    safeNow: 'not-sure',
    when: 'yesterday',
    takenBy: 'priya',
    words:
      'Mia told a friend that somebody she met in a game keeps asking which bus she takes. The friend showed me two messages and then put her telephone away.',
  },
  {
    daysAgo: 1,
    at: '08:58',
    reporter: 'zoe',
    who: 'Tyler Bramley 9B',
    safeNow: 'yes',
    when: 'tutor time',
    words:
      'Tyler put his head on the desk and said, “Dad’s back, so that’s that.” He would not say more. He ate nothing at lunch.',
  },
  {
    daysAgo: 1,
    at: '15:26',
    reporter: 'daniel',
    who: 'Chloe Atherton',
    safeNow: 'yes',
    when: 'just now',
    words:
      'Chloe asked whether a teacher “has to tell” if somebody says something. I said yes, and why, and that I would listen. She said, “Another day, then.”',
  },
];
