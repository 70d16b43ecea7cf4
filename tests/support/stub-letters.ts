import type { Express, Request, Response } from 'express';
import {
  letterPaths as paths,
  type KeepTemplateRequest,
  type LetterDetail,
  type MergeLetterOfConcernRequest,
  type MergeLetterOfMeetingRequest,
  type RetireTemplateRequest,
  type SendLetterOfConcernRequest,
  type SendLetterOfMeetingRequest,
  type TemplateItem,
} from '../../src/areas/letters/contract.ts';
import { merge, type LetterFacts } from '../../src/areas/letters/merge.ts';
import { faultsOfTemplate } from '../../src/areas/letters/rules.ts';
import { standardTemplates } from '../../src/areas/letters/standard-templates.ts';
import { schoolNow } from './stub-concerns.ts';
import { ellie, invited, school, stubMeetings } from './stub-meeting-rows.ts';

const child = (givenName: string, familyName: string, yearGroup: string) => ({
  ...{ id: givenName, givenName, familyName, knownAs: null, yearGroup },
});
const children: Readonly<Record<string, LetterFacts['child']>> = {
  k1: child('Ellie', 'Marsden', 'Year 7'),
  k2: child('Mia', 'Hughes', 'Year 9'),
};
/** The telephone is not known, so that something is left to fill in. */
const around = {
  school: { name: 'Harrowmere Academy' },
  sender: { name: 'Priya Raman', role: 'Designated safeguarding lead' },
} as const;

const usual = {
  writtenOf: 'meeting',
  ...{ sentByName: 'Priya Raman', sentByRole: 'Designated safeguarding lead' },
  ...{ templateVersion: 1, meeting: 'g1', concern: ellie, concernRef: 'C-2026-0146' },
} as const;
const sentBefore = (): readonly LetterDetail[] => [
  {
    ...{ ...usual, id: 'l2', ref: 'L-2026-0002', addressee: 'professional', addresseeName: 'Ama Boateng' },
    ...{ agencyName: 'Westmarch early help', purpose: 'report-request', subject: 'Request for a report', how: 'email' },
    ...{ sentOn: '2026-12-04', reportDueOn: '2026-12-11', file: 'waiting', email: 'ama.boateng@earlyhelp.example' },
    words: 'Dear Ama Boateng\n\nPlease send us a short report about Ellie Marsden (Year 7) by Friday 11 December 2026.',
  },
  {
    ...{ ...usual, id: 'l1', ref: 'L-2026-0001', addressee: 'family', addresseeName: 'Claire Marsden' },
    ...{ purpose: 'invitation', subject: 'Invitation to a meeting at Harrowmere Academy', how: 'post' },
    ...{ sentOn: '2026-12-03', file: 'in-library' },
    words:
      'Dear Claire Marsden\n\nWe would like to talk with you about how Ellie Marsden is getting on.\n\nThursday 10 December 2026, 15:45 to 16:45\nRoom 4\n\nYours sincerely\n\nPriya Raman\nDesignated safeguarding lead',
  },
];

/** Letters from memory; invented. A word “Jakub” is taken for a name until somebody has looked. */
export function serveStubLetters(app: Express): void {
  let letters = sentBefore();
  let templates: readonly TemplateItem[] = Object.entries(standardTemplates).map(([id, words]) => ({
    ...{ ...words, id, origin: id, school, templateVersion: 1, filed: true },
  }));
  const inbox = new Map<string, unknown>();
  const leads = ({ headers }: Request) => !/^Bearer token (daniel|zoe)/.test(headers.authorization ?? '');
  const templateOf = (id: string) => templates.find((one) => one.id === id);
  const filled = (id: string, facts: LetterFacts) => {
    const { subject = '', words = '' } = templateOf(id) ?? {};
    const [head, text] = [merge(subject, facts), merge(words, facts)];
    return { subject: head.text, words: text.text, missing: [...new Set([...head.missing, ...text.missing])] };
  };
  const faultOf = ({ words, looked }: SendLetterOfMeetingRequest | SendLetterOfConcernRequest) =>
    words.includes('{{')
      ? { name: 'words', message: 'Fill in what still stands in double braces, or take it out.' }
      : words.includes('Jakub') && !looked
        ? { name: 'looked', message: 'Line 3 holds a word by which a child of this school is called.' }
        : undefined;
  const refused = (fault: object) => ({ code: 'invalid-input', message: 'Look again.', fields: [fault] });

  app.get(paths.templates, (request, response) => {
    const may = leads(request);
    response.json({
      page: { items: may ? templates : [], maySchools: may ? [school] : [] },
      schools: [{ id: school, name: 'Harrowmere Academy' }],
    });
  });
  app.post(paths.templates, ({ body }: Request, response) => {
    const { form: _form, origin, templateVersion = 0, ...values } = body as KeepTemplateRequest;
    const [fault] = faultsOfTemplate(values);
    if (fault) return void response.status(400).json(refused(fault));
    const id = `t${String(10 + templates.length)}`;
    const kept = { templateVersion: templateVersion + 1, keptByName: 'Priya Raman', keptAt: schoolNow, filed: false };
    templates = [...templates.filter((one) => one.origin !== origin), { ...values, ...kept, id, origin: origin ?? id }];
    return void response.json({ template: id });
  });
  app.post(paths.retire, ({ params, body }: Request, response) => {
    const { retired } = body as RetireTemplateRequest;
    templates = templates.map(({ retiredAt: _at, ...one }) =>
      one.origin === params['id']
        ? { ...one, templateVersion: one.templateVersion + 1, ...(retired && { retiredAt: schoolNow }) }
        : one,
    );
    response.json(null);
  });
  app.get(paths.letter, ({ params }, response) => {
    const found = letters.find(({ id }) => id === params.id);
    const message = 'Lantern has nothing here that you may see. If you expected something, ask your safeguarding lead.';
    return void (found ? response.json(found) : response.status(404).json({ code: 'not-found', message }));
  });
  app.post(paths.print, (_request, response) => response.json({ at: schoolNow }));
  app.get(paths.ofMeeting, ({ params }, response) => {
    response.json(letters.filter(({ meeting }) => meeting === params.id));
  });
  app.get(paths.ofConcern, ({ params }, response) => {
    response.json(letters.filter(({ concern }) => concern === params.id));
  });
  app.post(paths.mergeOfMeeting, ({ params, body }: Request, response) => {
    const { template, invitation, child: about = '', reportDueOn } = body as MergeLetterOfMeetingRequest;
    const person = invited.find(({ id }) => id === invitation);
    const meeting = stubMeetings().find(({ id }) => id === params['id']);
    if (!person || !meeting) return void response.status(404).json({ code: 'not-found', message: 'Nothing here.' });
    const to = { as: person.as, name: person.name, agencyName: person.agencyName };
    return void response.json(
      filled(template, {
        addressee: { ...to, reportDueOn: reportDueOn ?? person.report?.dueOn },
        ...{ child: children[about], meeting, ...around },
      }),
    );
  });
  app.post(paths.mergeOfConcern, ({ body }: Request, response) => {
    const { template, addressee: as, name, agency: agencyName } = body as MergeLetterOfConcernRequest;
    response.json(filled(template, { addressee: { as, name, agencyName }, child: children['k1'], ...around }));
  });
  const keep = (about: 'meeting' | 'concern') => (request: Request, response: Response) => {
    const body = request.body as SendLetterOfMeetingRequest | SendLetterOfConcernRequest;
    const fault = faultOf(body);
    if (fault) return void response.status(400).json(refused(fault));
    if (!inbox.has(body.form)) {
      const [id, ref] = [`l${String(letters.length + 1)}`, `L-2026-000${String(letters.length + 1)}`];
      const person = 'invitation' in body ? invited.find((one) => one.id === body.invitation) : undefined;
      const to = 'invitation' in body ? (person?.name ?? '') : body.name;
      const made: LetterDetail = {
        ...{ ...usual, id, ref, writtenOf: about, addressee: person?.as ?? 'family', addresseeName: to },
        ...{ purpose: templateOf(body.template)?.purpose ?? 'other', subject: body.subject, words: body.words },
        ...{ how: body.how, sentOn: body.sentOn, file: 'waiting' },
      };
      letters = [made, ...letters];
      inbox.set(body.form, { letter: id, ref, files: true });
    }
    return void response.json(inbox.get(body.form));
  };
  app.post(paths.ofMeeting, keep('meeting'));
  app.post(paths.ofConcern, keep('concern'));
}
