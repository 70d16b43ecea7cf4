import { bodyOf } from '../../../http/body-of.ts';
import type { Route, RouteRequest } from '../../../http/route.ts';
import { meetingPaths } from '../contract.ts';
import { beginContribution } from './begin-contribution.ts';
import { listContributions, listContributionsOfConcern, listSpeakers } from './contribution-views.ts';
import { fillContribution } from './fill-contribution.ts';
import { giveContribution } from './give-contribution.ts';
import { nameSpeaker } from './name-speaker.ts';
import { writeContribution } from './write-contribution.ts';

const byId = ({ params }: RouteRequest) => ({ id: params['id'] });
const ofContribution = (request: RouteRequest) => ({ ...bodyOf(request), contribution: request.params['id'] });

/** The tab API of what a school brings to meetings, as data. */
export const contributionRoutes: readonly Route[] = [
  { method: 'get', path: meetingPaths.contributions, view: listContributions, params: byId },
  {
    method: 'post',
    path: meetingPaths.contributions,
    useCase: beginContribution,
    input: (request) => ({ ...bodyOf(request), meeting: request.params['id'] }),
  },
  { method: 'get', path: meetingPaths.speakers, view: listSpeakers, params: byId },
  { method: 'post', path: meetingPaths.contribution, useCase: writeContribution, input: ofContribution },
  { method: 'get', path: meetingPaths.fillContribution, view: fillContribution, params: byId },
  { method: 'post', path: meetingPaths.giveContribution, useCase: giveContribution, input: ofContribution },
  { method: 'post', path: meetingPaths.nameSpeaker, useCase: nameSpeaker, input: ofContribution },
  { method: 'get', path: meetingPaths.contributionsOfConcern, view: listContributionsOfConcern, params: byId },
];
