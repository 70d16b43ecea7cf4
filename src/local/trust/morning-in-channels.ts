/**
 * What is done in the channel beside a lead’s chat on the morning on which the demonstration begins; moments of a clock at the school. The
 * last of it is before `demoDays.begins`.
 */
export const morningInChannels = {
  lead: 'priya',
  /** The channel to which they go, and one in which two sit for whom it is not. */
  setUp: [
    { where: 'triage', audience: 'pastoral', kinds: ['safeguarding-team', 'pastoral'] },
    { where: 'general', audience: 'safeguarding-team', kinds: ['safeguarding-team'] },
  ],
  /** The minutes of the meeting that began then. */
  minutes: { at: '2026-12-10T07:45', of: '2026-12-03T15:45' },
  /** Who ticks off what they were given there; the agenda of the meeting that begins then goes without it. */
  done: { at: '2026-12-10T07:52', by: 'tom', agenda: '2026-12-10T15:45' },
  bulletin: { at: '2026-12-10T07:54', of: 'Safeguarding newsletter, December' },
  read: { at: '2026-12-10T07:59', by: ['sheila', 'ines', 'tom'] },
} as const;
