import type { DocumentFacts } from '../../areas/files/contract.ts';
import { drawingPhoto } from './drawing-photo.ts';
import { letterPdf } from './letter-pdf.ts';

/** A file of the demonstration's past, and whose hands it came through. */
export interface PastFile {
  /** Of the concern that it hangs on: `Told.key`. */
  readonly told: string;
  readonly by: string;
  /** Wall clock at the school. */
  readonly at: string;
  /** As the person's device called it. */
  readonly name: string;
  readonly facts: DocumentFacts;
  bytes(): Promise<Buffer>;
}

/** What was added to concerns before the demonstration begins, oldest first. All invented; made anew each time, never kept. */
export const pastFiles: readonly PastFile[] = [
  {
    ...{ told: 'report-1', by: 'tom', at: '2026-12-02T14:10', name: 'First aid note.pdf' },
    facts: {
      ...{ kind: 'report', name: 'First aid note, 2 December', source: 'our-school' },
      ...{ madeOn: '2026-12-02', madeBy: 'School nurse' },
    },
    bytes: async () =>
      letterPdf([
        ...['Harrowmere Academy - First aid note', '', '2 December 2026, 12.35', 'Leo Tarrant, 8D', ''],
        ...['Left wrist: mark 3 cm long on the inner side, no swelling, full movement.', 'Cold pack for ten minutes.'],
        ...['', 'He said: “We were only messing about.”', 'Returned to lessons 12.55.'],
      ]),
  },
  {
    ...{ told: 'report-2', by: 'priya', at: '2026-12-04T09:20', name: 'IMG_2041.jpg' },
    facts: {
      ...{ kind: 'pupil-work', name: 'Drawing from tutor time', source: 'child', madeOn: '2026-12-03' },
      madeBy: 'Orla Finch',
    },
    bytes: drawingPhoto,
  },
  {
    ...{ told: 'report-2', by: 'priya', at: '2026-12-08T10:05', name: 'GP letter.pdf' },
    facts: {
      ...{ kind: 'letter', name: 'Letter from the GP practice', source: 'health' },
      ...{ madeOn: '2026-12-07', madeBy: 'Dr A. Okafor, Mill Lane Surgery' },
    },
    bytes: async () =>
      letterPdf([
        ...['Mill Lane Surgery', '7 December 2026', '', 'To the designated safeguarding lead', ''],
        ...['Thank you for your letter about Orla Finch.', 'She was last seen here in March. Two appointments since'],
        ...['then were not kept. We have written to the family and', 'will tell you whether they come.', ''],
        ...['Dr A. Okafor'],
      ]),
  },
  {
    ...{ told: 'report-4', by: 'priya', at: '2026-12-08T16:30', name: 'Talk with Mia.txt' },
    facts: {
      kind: 'notes-of-talk',
      name: 'Notes of the talk with her friend',
      source: 'our-school',
      madeOn: '2026-12-08',
    },
    bytes: async () =>
      Buffer.from(
        'Talk on 8 December, 16.10, in the pastoral office.\n\nThe friend read the two messages aloud from memory:\n“which bus is it then” and “I could wait there”.\nShe did not know the name of the game.\n',
      ),
  },
];
