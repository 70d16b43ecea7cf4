/** What the school brings to a meeting about a child, part by part; ids of the fields of the record. */
export const contributionTexts = {
  child: 'The child at school',
  seen: 'What the school has seen and heard',
  voice: 'The child’s own view',
  works: 'What works, and who helps',
  worries: 'What worries the school',
  life: 'Attendance, behaviour and progress',
  learning: 'Learning, and what helps it',
  change: 'What has changed since the last meeting',
  done: 'What the school has done, and what is to do',
  decided: 'What was decided last time',
  now: 'Where the child is now',
  people: 'People and places that were heard of',
  offer: 'What the school can do, and what it cannot',
  asks: 'What the school asks of others',
  view: 'The school’s own view',
} as const;

/** What each part is for, said where nothing is written yet: what Lantern does not know is asked for and never made up. */
export const contributionPrompts: Readonly<Record<keyof typeof contributionTexts, string>> = {
  child: 'How long they have been here, who knows them best, what they like.',
  seen: 'Facts with their days, apart from opinions. Who saw it?',
  voice: 'What the child wants, in their own words. Who asked them, and when?',
  works: 'What goes well for the child, and whom they trust.',
  worries: 'What could go wrong for the child if nothing changes.',
  life: 'As the school’s own systems have them: for which weeks, and how that differs from before.',
  learning: 'Where they are in their learning, which targets they have met, what helps.',
  change: 'Better or worse, and how you know.',
  done: 'What the school has done so far, and what came of it.',
  decided: 'What was agreed for the school to do, and whether it is done.',
  now: 'Is the child at school? Who collects them today, and is that safe?',
  people: 'Who was named, which places, and from whom you have it.',
  offer: 'From now on, and until when.',
  asks: 'Of whom, and by when.',
  view: 'What the school thinks should be decided, and why.',
};

export const contributionStatus = {
  draft: 'Being written',
  given: 'Given',
} as const;

/** How the school brought it. */
export const contributionHow = {
  'in-writing': 'In writing, before the meeting',
  spoken: 'Spoken, at the meeting',
  both: 'In writing and spoken',
} as const;

/** Whether the family saw it before the meeting, as conferences ask. */
export const familySaw = {
  yes: 'They have seen it',
  no: 'They have not seen it',
} as const;

const contributionText = (label: string) => ({ kind: 'long', label, max: 8_000, sensitive: true }) as const;

export const contributionFields = {
  meetingId: { kind: 'text', label: 'Meeting id', max: 32, required: true, indexed: true },
  childId: { kind: 'text', label: 'Child id', max: 32, required: true, indexed: true },
  /** From 1: what was given is never changed; what is said anew is the next version. */
  versionNumber: { kind: 'count', label: 'Version', required: true },
  status: { kind: 'choice', label: 'Status', of: contributionStatus, required: true },
  /** Who speaks for the school, beside the leads: they write it as long as they are in the circle of this concern. */
  speakerId: { kind: 'text', label: 'Speaker id', max: 36, indexed: true },
  speakerName: { kind: 'text', label: 'Who speaks for the school', max: 255 },
  concernId: { kind: 'text', label: 'Concern id', max: 32, indexed: true },
  child: contributionText(contributionTexts.child),
  seen: contributionText(contributionTexts.seen),
  voice: contributionText(contributionTexts.voice),
  works: contributionText(contributionTexts.works),
  worries: contributionText(contributionTexts.worries),
  life: contributionText(contributionTexts.life),
  learning: contributionText(contributionTexts.learning),
  change: contributionText(contributionTexts.change),
  done: contributionText(contributionTexts.done),
  decided: contributionText(contributionTexts.decided),
  now: contributionText(contributionTexts.now),
  people: contributionText(contributionTexts.people),
  offer: contributionText(contributionTexts.offer),
  asks: contributionText(contributionTexts.asks),
  view: contributionText(contributionTexts.view),
  writtenByName: { kind: 'text', label: 'Last written by', max: 255, required: true },
  writtenAt: { kind: 'instant', label: 'Last written at', required: true },
  how: { kind: 'choice', label: 'How it was given', of: contributionHow },
  /** `YYYY-MM-DD`. */
  givenOn: { kind: 'text', label: 'Given on', max: 10 },
  givenByName: { kind: 'text', label: 'Said to be given by', max: 255 },
  familySaw: { kind: 'choice', label: 'The family, before the meeting', of: familySaw },
  whyNotSeen: { kind: 'long', label: 'Why the family has not seen it', max: 2_000, sensitive: true },
} as const;
