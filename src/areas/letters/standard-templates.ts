import type { Addressee, LetterPurpose } from './fields.ts';

/** What letters are made from. */
export interface TemplateWords {
  readonly heading: string;
  readonly purpose: LetterPurpose;
  readonly addressee: Addressee;
  readonly subject: string;
  readonly words: string;
}

const close = 'Yours sincerely\n\n{{sender.name}}\n{{sender.role}}\n{{school.name}}\nTelephone: {{school.telephone}}';

/** Templates that every school has from the beginning, in its own words once somebody changes one. By id. */
export const standardTemplates: Readonly<Record<string, TemplateWords>> = {
  'standard-invite-family': {
    heading: 'Invitation of a parent or carer to a meeting',
    purpose: 'invitation',
    addressee: 'family',
    subject: 'Invitation to a meeting at {{school.name}}',
    words: `Dear {{addressee.name}}

We would like to talk with you about how {{child.name}} is getting on, and about what help would be useful to you as a family. Please come to our {{meeting.kind}}:

{{meeting.day}}, {{meeting.time}}
{{meeting.place}}

What you tell us matters, and so does what {{child.name}} would like us to know. You are welcome to bring somebody with you. If the time does not suit you, or you need an interpreter or help with getting here, ring us and we will find another way.

${close}`,
  },
  'standard-call-home': {
    heading: 'Letter home: please ring us',
    purpose: 'letter-home',
    addressee: 'family',
    subject: 'Please ring {{school.name}}',
    words: `Dear {{addressee.name}}

I have tried to reach you and would like to speak with you about {{child.name}}. Please ring me at school on {{school.telephone}} as soon as you can; if I am teaching, leave a time at which I can ring you back.

There is nothing that you need to prepare.

${close}`,
  },
  'standard-invite-professional': {
    heading: 'Invitation of a professional to a meeting',
    purpose: 'invitation',
    addressee: 'professional',
    subject: 'Invitation to a meeting at {{school.name}}',
    words: `Dear {{addressee.name}}

You are invited to a {{meeting.kind}} about {{child.name}} ({{child.year}}):

{{meeting.day}}, {{meeting.time}}
{{meeting.place}}

{{meeting.caller}} has called it. If you cannot come, please say so in good time, send somebody in your place or let us have your view in writing beforehand.

${close}`,
  },
  'standard-report-request': {
    heading: 'Request for a report',
    purpose: 'report-request',
    addressee: 'professional',
    subject: 'Request for a report from {{addressee.agency}}',
    words: `Dear {{addressee.name}}

There is a {{meeting.kind}} about {{child.name}} ({{child.year}}) at {{school.name}} on {{meeting.day}}. Please send us a short report from {{addressee.agency}} by {{addressee.reportDueOn}}: your part in the work with the child and family, what has changed, what still worries you, and what you suggest.

Please send it by the secure way that we have agreed, marked for my attention. If the family may not see a part of it, say which and why.

${close}`,
  },
  'standard-report-chaser': {
    heading: 'Reminder of a report',
    purpose: 'chaser',
    addressee: 'professional',
    subject: 'Reminder: report from {{addressee.agency}}',
    words: `Dear {{addressee.name}}

We asked {{addressee.agency}} for a report about {{child.name}} for the {{meeting.kind}} on {{meeting.day}} at {{school.name}}, by {{addressee.reportDueOn}}. It has not reached us.

Without it, those who meet decide with less than they could know. Please send it now, or ring me today to say when it will come and what we should know until then.

${close}`,
  },
};
