import type { Express, Request } from 'express';
import {
  meetingPaths as paths,
  type FileForMeeting,
  type LayPaperRequest,
  type MeetingPaperItem,
  type PaperToRead,
} from '../../src/areas/meetings/contract.ts';
import { invited } from './stub-meeting-rows.ts';

const files: readonly FileForMeeting[] = [
  { document: 'df1', name: 'Report of the school nurse', kind: 'report', concernRef: 'C-2026-0146' },
  { document: 'df2', name: 'Letter from the GP', kind: 'letter', concernRef: 'C-2026-0145' },
];
const toRead: readonly PaperToRead[] = [{ id: 'lp9', heading: 'School report', mediaType: 'application/pdf' }];

/** Papers of meetings from memory; of one of them Daniel stands on the list. To be mounted before the address of one meeting. */
export function serveStubLaid(app: Express): void {
  let laid: readonly MeetingPaperItem[] = [
    {
      ...{ id: 'lp1', heading: 'Report of the school nurse', document: 'df1', addedByName: 'Priya Raman' },
      ...{ addedAt: '2026-12-09T10:12:00.000Z', mayChange: true, mayWithdraw: true },
      readers: [
        { invitation: 'mp2', name: 'Sheila Brandt', openedAt: '2026-12-10T07:50:00.000Z' },
        { invitation: 'mp1', name: 'Priya Raman' },
      ],
    },
  ];
  app.get(paths.papers, (request, response) => response.json(request.params.id === 'g2' ? laid : []));
  app.get(paths.filesForPapers, (_request, response) => response.json(files));
  app.get(paths.papersToRead, (_request, response) => response.json(toRead));
  app.get(paths.paperFile, (_request, response) => {
    response.type('application/octet-stream').send(Buffer.from('%PDF-1.7 a report'));
  });
  app.post(paths.papers, (request: Request, response) => {
    const { document, heading, readers } = request.body as LayPaperRequest;
    if (heading.includes('Ellie')) {
      const message = 'Choose staff who were asked to this meeting and have not said no.';
      const fields = [{ name: 'readers', message }];
      return void response.status(400).json({ code: 'invalid-input', message: 'Look again.', fields });
    }
    const before = laid.find((one) => one.document === document);
    const item: MeetingPaperItem = {
      ...{ id: before?.id ?? `lp${laid.length + 1}`, heading, document, addedByName: 'Priya Raman' },
      ...{ addedAt: '2026-12-10T08:06:00.000Z', mayChange: true, mayWithdraw: true },
      readers: readers.map((id) => ({ invitation: id, name: invited.find((one) => one.id === id)?.name ?? '' })),
    };
    laid = before ? laid.map((one) => (one === before ? item : one)) : [...laid, item];
    return void response.json(null);
  });
  app.post(paths.withdrawPaper, (request: Request, response) => {
    laid = laid.filter(({ id }) => id !== request.params['paper']);
    response.json(null);
  });
}
