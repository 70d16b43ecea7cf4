import type { contributionTexts } from '../fields.ts';
import type { MeetingKind } from '../rules.ts';

export type ContributionText = keyof typeof contributionTexts;

/** What the school brings to meetings of a kind. */
export interface ContributionTemplate {
  /** Its parts, in their order. */
  readonly parts: readonly ContributionText[];
  /**
   * Of the family: `asked`, whether they saw it before the meeting, and if not, why; `kept`, nothing of it is said to them; `free`,
   * nobody asks.
   */
  readonly family: 'asked' | 'kept' | 'free';
  /** Kinds whose last meeting it goes on from, beside its own. */
  readonly after?: readonly MeetingKind[];
}

/** A report to a conference, and to what carries its plan out (Working Together 2023, chapter 3: shared with parents beforehand). */
const conference: ContributionTemplate = {
  parts: ['child', 'seen', 'voice', 'works', 'worries', 'life', 'done', 'offer', 'asks', 'view'],
  family: 'asked',
};
/** What is given to a family and those around it; parents or carers sit at the table and agree to it. */
const family: ContributionTemplate = {
  parts: ['child', 'voice', 'works', 'worries', 'life', 'done', 'decided', 'offer', 'asks'],
  family: 'free',
};
/** A plan that is looked at anew: what it asked of the school, and what has changed. */
const review: ContributionTemplate = {
  parts: ['change', 'voice', 'works', 'worries', 'life', 'done', 'decided', 'offer', 'asks'],
  family: 'asked',
};
/** Facts only, said to nobody outside: a strategy discussion decides about enquiries of which the family does not know yet. */
const facts: ContributionTemplate = { parts: ['seen', 'voice', 'now', 'done'], family: 'kept' };
/** How a child learns (SEND code of practice 2015, chapter 9; statutory guidance on looked-after children’s education 2018). */
const learning: ContributionTemplate = {
  parts: ['child', 'voice', 'learning', 'works', 'worries', 'life', 'decided', 'offer', 'asks'],
  family: 'free',
};
/** A child comes back, or is looked at where they are taught. */
const returning: ContributionTemplate = {
  parts: ['child', 'voice', 'works', 'worries', 'decided', 'offer'],
  family: 'free',
};

/**
 * What the school brings, by the kind of meeting, in our own words: Keeping Children Safe in Education, parts one and two, and what each
 * body asks of schools (`guides.ts`). A kind that is not here is about nobody, about an adult, or the school’s own: it brings nothing to itself.
 */
export const contributionTemplates: Readonly<Partial<Record<MeetingKind, ContributionTemplate>>> = {
  'strategy-discussion': facts,
  icpc: conference,
  rcpc: {
    parts: ['change', 'seen', 'voice', 'works', 'worries', 'life', 'done', 'decided', 'offer', 'asks', 'view'],
    family: 'asked',
    after: ['icpc'],
  },
  'core-group': review,
  'cin-initial': family,
  'cin-review': { ...review, after: ['cin-initial'] },
  tac: family,
  taf: family,
  'eh-review': { ...family, after: ['tac', 'taf'] },
  pep: learning,
  'lac-review': {
    parts: ['change', 'voice', 'learning', 'works', 'worries', 'life', 'decided', 'offer'],
    family: 'free',
  },
  'ehcp-annual-review': learning,
  'ehcp-early-review': learning,
  'send-multi-agency': learning,
  // Whoever does harm must not learn what is said there.
  mace: { parts: ['seen', 'voice', 'life', 'people', 'done', 'offer'], family: 'kept' },
  marac: { parts: ['seen', 'voice', 'now', 'done', 'offer'], family: 'kept' },
  // Consent is asked for by the panel, and told of by whoever referred.
  'channel-panel': { parts: ['child', 'seen', 'voice', 'works', 'life', 'done', 'offer'], family: 'free' },
  professionals: { parts: ['seen', 'voice', 'works', 'worries', 'life', 'done', 'asks'], family: 'free' },
  'family-group-conference': { parts: ['voice', 'works', 'life', 'offer'], family: 'free' },
  reintegration: returning,
  'ap-review': { ...returning, parts: ['child', 'voice', 'learning', 'works', 'worries', 'decided', 'offer'] },
  'return-to-school': returning,
};

/** Kinds from whose last meeting one of this kind goes on. */
export const goesOnFrom = (kind: MeetingKind): readonly MeetingKind[] => [
  kind,
  ...(contributionTemplates[kind]?.after ?? []),
];
