import type { MeetingGuide } from './contract.ts';
import type { MeetingKind } from './rules.ts';

/**
 * For whoever goes to a meeting of another body for the school, in our own words. What each decides: Working Together to Safeguard
 * Children 2023, chapter 3 (strategy discussion, conferences, core group, child in need), and the statutory guidance of each panel.
 * What is asked of a school: Keeping Children Safe in Education, parts one and two; of an allegation, part four.
 */
const bring = {
  known: 'What the school has seen and heard, with dates: facts apart from opinions.',
  voice: 'What the child wants, in their words, and who asked them when.',
  school: 'Attendance, behaviour and progress, and how they have changed.',
  done: 'What the school has done so far, and what came of it.',
  offer: 'What the school can do from now on, and what it cannot.',
  shared: 'That parents or carers have seen the school’s report, unless it would put the child at risk.',
  siblings: 'Which brothers and sisters are at this school, and who holds their files.',
} as const;

const escalate =
  'Say so in the meeting, say why, and ask that it is written down. If it is still not settled, use the way of your safeguarding partnership for professional disagreements.';
const conference = [bring.known, bring.voice, bring.school, bring.done, bring.offer, bring.shared];
const asksReport =
  'A written report before the conference, somebody there who may speak for the school, and a view of its own.';

export const guides: Readonly<Partial<Record<MeetingKind, MeetingGuide>>> = {
  'strategy-discussion': {
    decides:
      'One thing: whether enquiries under section 47 begin, and how. An initial conference follows within 15 working days where they do.',
    asks: 'What the school knows now, and who at school keeps the child safe meanwhile. Nothing of it is said to the family until the meeting says so.',
    disagree: escalate,
    bring: [bring.known, bring.voice, bring.siblings, 'Where the child is now, and who collects them today.'],
  },
  icpc: {
    decides:
      'Whether the child has suffered significant harm or is likely to, and so whether there is a child protection plan, under which category. The core group meets within 10 working days; the first review conference is within three months.',
    asks: asksReport,
    disagree: escalate,
    bring: conference,
  },
  rcpc: {
    decides:
      'Whether the plan goes on, is stepped down, or ends, and what has to change. The next review is within six months.',
    asks: asksReport,
    disagree: escalate,
    bring: ['What has changed at school since the last conference, better or worse.', ...conference.slice(1)],
  },
  'core-group': {
    decides: 'How the plan is carried out between conferences: who does what, by when, and what is measured.',
    asks: 'What the school has done of the plan, what it has seen, and what it takes on next.',
    disagree: escalate,
    bring: [
      'Which of the school’s parts of the plan are done, and which are not.',
      bring.voice,
      bring.school,
      bring.offer,
    ],
  },
  'cin-initial': {
    decides: 'What the child needs, and who does what about it. Parents or carers agree to it.',
    asks: 'What the school knows of the child’s needs, and what it can give.',
    disagree: escalate,
    bring: [bring.voice, bring.school, bring.done, bring.offer],
  },
  'cin-review': {
    decides: 'Whether the plan works, and whether it goes on, ends, or becomes something more.',
    asks: 'What has changed at school, and whether the plan’s parts there are done.',
    disagree: escalate,
    bring: [bring.voice, bring.school, bring.done, bring.offer],
  },
  'lac-review': {
    decides:
      'Whether the care plan meets the child’s needs, and what has to change in it. The independent reviewing officer chairs.',
    asks: 'The personal education plan as it stands, and how the child is at school.',
    disagree: `${escalate} The reviewing officer can take it further for the child.`,
    bring: [bring.voice, bring.school, 'The personal education plan, and what became of its targets.'],
  },
  mace: {
    decides: 'How likely it is that a child is exploited, by whom and where, and what disrupts it.',
    asks: 'Changes that point to exploitation: absence, new friends, things they cannot have bought.',
    disagree: escalate,
    bring: [bring.known, bring.school, 'Names and places that were heard, and from whom.'],
  },
  marac: {
    decides:
      'How the highest risks of domestic abuse are made smaller. It speaks of the adult who is at risk, and of their children.',
    asks: 'What the school has seen of the children. The person who does harm must not learn that the meeting is held.',
    disagree: escalate,
    bring: [bring.known, bring.voice, 'Who collects the children, and whether that is safe.'],
  },
  'channel-panel': {
    decides:
      'Whether somebody is drawn into terrorism, and which support they are offered. They, or their parents, consent to it.',
    asks: 'What was said or done that gave rise to concern, and what else goes on for the child.',
    disagree: escalate,
    bring: [bring.known, bring.school, bring.done, bring.offer],
  },
  'lado-asv': {
    decides:
      'How an allegation against an adult who works with children is looked into, by whom, and what happens meanwhile.',
    asks: 'The facts as they were reported, the adult’s part at school, and what was done to keep children safe. It stays with those who manage the matter.',
    disagree: escalate,
    bring: [
      'What was reported, when and by whom, as it was said.',
      'What the adult does at school, and with which children.',
    ],
  },
  'family-group-conference': {
    decides: 'What the family itself plans for the child; the family has time alone for it.',
    asks: 'What the school can do within the family’s plan, in words that everybody there understands.',
    disagree:
      'Say what would not be safe, and why, before the family plans. What cannot be agreed goes back to the social worker.',
    bring: [bring.voice, bring.school, bring.offer],
  },
};
