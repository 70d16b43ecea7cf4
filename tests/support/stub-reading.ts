import type { Express, Request } from 'express';
import {
  meetingPaths as paths,
  type AskedMeeting,
  type AttendeeMinutes,
  type MeetingFigures,
} from '../../src/areas/meetings/contract.ts';

export interface StubReading {
  readonly asked: () => readonly AskedMeeting[];
  readonly change: (id: string, over: Partial<AskedMeeting>) => void;
}

const attendeeMinutes: AttendeeMinutes = {
  contributions: [{ childName: 'Ellie Marsden', on: '2026-12-02', byName: 'Priya Raman', familySaw: 'yes' }],
  ...{ ref: 'M-2026-0003', kind: 'taf', heldOn: '2026-12-03', invitation: 'mp8', mayAcknowledge: true },
  points: [
    {
      heading: 'The child’s wishes and feelings',
      discussion: 'Ellie says that mornings are hardest, and that she would like to come in before the others do.',
      childView: '“I like it when it is quiet.”',
      actions: [],
    },
    { leftOut: true },
    {
      heading: 'The plan: what is done, by whom, by when',
      decision: 'Ellie comes in by the library door at 08:20.\nAnother child is asked to come with her.',
      reason: 'It is the way that she chose.',
      actions: [
        { what: 'Tell the front office', ownerName: 'Daniel Osei', dueOn: '2026-12-11', status: 'open' },
        { what: 'Ring her mother', ownerName: 'Priya Raman', dueOn: '2026-12-04', status: 'verified' },
      ],
    },
  ],
  addenda: [
    { words: 'The library opens at 08:15.', writtenByName: 'Sheila Brandt', writtenAt: '2026-12-04T09:10:00.000Z' },
  ],
};

const figures: MeetingFigures = {
  from: '2026-09-01',
  kinds: [
    {
      kind: 'safeguarding-team',
      held: 6,
      asked: 30,
      came: 26,
      agreed: 5,
      daysToAgree: 1.5,
      due: 9,
      inTime: 7,
      reports: 8,
      reportsInTime: 6,
    },
    { kind: 'supervision', held: 1, asked: 0, came: 0, agreed: 0, due: 0, inTime: 0, reports: 0, reportsInTime: 0 },
  ],
};

/** Minutes as whoever was there reads them, and how meetings go; invented. To be mounted before the address of one meeting. */
export function serveStubReading(app: Express, { asked, change }: StubReading): void {
  app.get(paths.figures, (_request, response) => response.json(figures));
  app.get(paths.forAttendees, (request, response) => {
    const place = asked().find(({ id }) => id === request.params.id);
    if (!place?.mayRead)
      return void response
        .status(404)
        .json({ code: 'not-found', message: 'Lantern has nothing here that you may see.' });
    const { acknowledgedAt } = place;
    return void response.json({
      ...attendeeMinutes,
      ...(acknowledgedAt !== undefined && { acknowledgedAt, mayAcknowledge: false }),
    });
  });
  app.post(paths.acknowledge, (request: Request<{ id: string }>, response) => {
    change(request.params.id, { acknowledgedAt: '2026-12-10T08:06:00.000Z' });
    response.json(null);
  });
}
