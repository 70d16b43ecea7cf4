import { bodyOf } from '../../http/body-of.ts';
import type { Route, RouteRequest } from '../../http/route.ts';
import type { SchoolName } from '../people/contract.ts';
import { composeTemplates } from './compose-letters.ts';
import { letterPaths as paths } from './contract.ts';
import { keepTemplate } from './keep-template.ts';
import { mergeLetterOfConcern, mergeLetterOfMeeting } from './merge-letter.ts';
import { retireTemplate } from './retire-template.ts';
import { sendLetterOfConcern, sendLetterOfMeeting } from './send-letter.ts';
import { listLettersOfConcern, listLettersOfMeeting, printLetter, readLetter } from './views.ts';

const byId = ({ params }: RouteRequest) => ({ id: params['id'] });
/** What the body asks for, of the record that the address names. */
const asked = (request: RouteRequest) => ({ ...bodyOf(request), id: request.params['id'] });
const inputOf = (about: 'meeting' | 'concern' | 'origin') => (request: RouteRequest) => ({
  ...bodyOf(request),
  [about]: request.params['id'],
});

/** The tab API of letters and their templates, as data. */
export const letterRoutes = (schools: readonly SchoolName[]): readonly Route[] => [
  { method: 'get', path: paths.templates, compose: (identity, read) => composeTemplates(schools, identity, read) },
  { method: 'post', path: paths.templates, useCase: keepTemplate, input: bodyOf },
  { method: 'post', path: paths.retire, useCase: retireTemplate, input: inputOf('origin') },
  { method: 'get', path: paths.letter, view: readLetter, params: byId },
  { method: 'post', path: paths.print, view: printLetter, params: byId },
  { method: 'get', path: paths.ofMeeting, view: listLettersOfMeeting, params: byId },
  { method: 'post', path: paths.ofMeeting, useCase: sendLetterOfMeeting, input: inputOf('meeting') },
  { method: 'post', path: paths.mergeOfMeeting, view: mergeLetterOfMeeting(schools), params: asked },
  { method: 'get', path: paths.ofConcern, view: listLettersOfConcern, params: byId },
  { method: 'post', path: paths.ofConcern, useCase: sendLetterOfConcern, input: inputOf('concern') },
  { method: 'post', path: paths.mergeOfConcern, view: mergeLetterOfConcern(schools), params: asked },
];
