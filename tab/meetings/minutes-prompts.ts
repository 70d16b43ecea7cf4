import type { MeetingItem } from '../../src/areas/meetings/contract.ts';
import type { minuteTexts } from '../../src/areas/meetings/fields.ts';

type Kind = MeetingItem['kind'];
type Prompts = Readonly<Record<keyof typeof minuteTexts, string>>;

const usual: Prompts = {
  discussion: 'What was said, by whom; facts apart from opinions.',
  decision: 'One line each. “@Name by Friday” gives somebody something to do.',
  reason: 'Why this, and what else was weighed.',
  childView: 'The child’s wishes and feelings, in their words where you have them, and how they were asked.',
  disagreement: 'Who saw it otherwise, and why. It is kept as it was said.',
};
const conference: Prompts = {
  ...usual,
  discussion: 'What the school said, and what others said that school must know.',
  decision: 'What is asked of the school. “@Name by Friday” gives somebody something to do.',
  reason: 'The harm or the risk that was named, and what would make it safer.',
  disagreement: 'The school’s dissent, or anybody else’s, and whether it is taken further.',
};
const family: Prompts = {
  ...usual,
  discussion: 'What goes well, what worries us, what parents or carers say.',
  decision: 'What the plan is now. “@Name by Friday” gives somebody something to do.',
};
const education: Prompts = {
  ...usual,
  discussion: 'Progress, attendance, provision: what works and what does not.',
  decision: 'Targets and provision. “@Name by Friday” gives somebody something to do.',
};
const panel: Prompts = {
  ...usual,
  discussion: 'The pattern, the barriers behind it, what has been tried.',
};
const team: Prompts = {
  ...usual,
  discussion: 'What is new, what is overdue, what has changed since the last time.',
};
const supervision: Prompts = {
  ...usual,
  discussion: 'What was brought, and what it does to the person who carries it.',
  decision: 'What helps, and who sees to it.',
};
const work: Prompts = {
  ...usual,
  discussion: 'What was asked and answered. Numbers, and no child.',
};

/** What stands beside each text of the minutes, by the kind of meeting; of the rest, what is usual. */
const byKind: Partial<Record<Kind, Prompts>> = {
  ...{ 'strategy-discussion': conference, icpc: conference, rcpc: conference, 'core-group': conference },
  ...{ 'cin-initial': conference, 'cin-review': conference, 'lac-review': conference },
  ...{ mace: conference, marac: conference, 'channel-panel': conference, 'lado-asv': conference },
  ...{ tac: family, taf: family, 'eh-review': family, 'family-group-conference': family },
  ...{ pep: education, 'ehcp-annual-review': education, 'ehcp-early-review': education },
  ...{ 'send-multi-agency': education, 'ap-review': education },
  ...{ 'attendance-panel': panel, behaviour: panel, reintegration: panel, 'return-to-school': panel },
  ...{ 'safeguarding-team': team, pastoral: team, supervision },
  ...{ 'governor-safeguarding': work, 'trust-network': work },
};

export const promptsOf = (kind: Kind): Prompts => byKind[kind] ?? usual;

/** Kinds in which no child has a view to be written down. */
const aboutWork: readonly Kind[] = ['supervision', 'governor-safeguarding', 'trust-network', 'lado-asv'];
export const isAboutChildren = (kind: Kind): boolean => !aboutWork.includes(kind);

/** Conferences, which end with an outcome (Working Together 2023). */
const conferences: readonly Kind[] = ['icpc', 'rcpc'];
export const isConference = (kind: Kind): boolean => conferences.includes(kind);
