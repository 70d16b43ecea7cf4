import type { Express } from 'express';
import { meetingPaths as paths, type TranscriptLine, type TranscriptLook } from '../../src/areas/meetings/contract.ts';

const at = (minute: number, second: number) => new Date(Date.UTC(2026, 11, 10, 15, minute, second)).toISOString();
const line = (minute: number, second: number, speaker: string | undefined, text: string): TranscriptLine => ({
  ...{ at: at(minute, second), text },
  ...(speaker !== undefined && { speaker }),
});

/** What Teams wrote down of a meeting; invented. It mishears, as Teams does. */
const spoken: TranscriptLine[] = [
  line(46, 4, 'Priya Raman', 'Right, shall we start? Sheila sends her apologies, she is at the dentist.'),
  line(47, 12, 'Daniel Osei', 'The nurse has not written. I asked twice, on Monday and again today.'),
  line(47, 31, 'Priya Raman', 'Then somebody rings her. @Sheila Brandt by Friday, I would say.'),
  line(48, 2, 'Zoe Lund', 'She was in on four days and laid on two. Late, I mean.'),
  line(48, 40, undefined, '<b>Inaudible</b>'),
  ...Array.from({ length: 120 }, (_, i) =>
    line(49 + Math.floor(i / 12), (i * 5) % 60, 'Tom Whitlock', `And point ${i + 1} of the list.`),
  ),
];

/** The transcript of any meeting; of a conference Teams has none. */
export function serveStubTranscript(app: Express): void {
  app.get(paths.transcript, (request, response) => {
    const look: TranscriptLook =
      request.params.id === 'g1' ? { state: 'there', lines: spoken } : { state: 'not-allowed' };
    response.json(look);
  });
}
