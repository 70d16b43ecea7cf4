import type { Express, Request } from 'express';
import {
  meetingPaths as paths,
  type AgendaItem,
  type FollowedLines,
  type KeepNoteRequest,
  type MeetingListItem,
  type MinuteAddendumItem,
  type MinuteItem,
  type MinutesDraft,
  type PaperOfChild,
  type StageDecisions,
  type WriteMinutesRequest,
} from '../../src/areas/meetings/contract.ts';
import { actionLinesOf, type PossibleOwner } from '../../src/areas/meetings/minutes/action-lines.ts';
import { mergedDraft, readDraft, takeUpdate, type DraftPart } from '../../src/areas/meetings/minutes/minutes-draft.ts';
import { createHiding } from '../../src/areas/meetings/redact/hide-children.ts';
import { serveStubTranscript } from './stub-transcript.ts';

export interface StubMinutes {
  readonly leads: (request: Request) => boolean;
  readonly meeting: (id: string) => MeetingListItem | undefined;
  readonly change: (id: string, over: Partial<MeetingListItem>) => void;
  readonly agenda: () => readonly AgendaItem[];
  /** Called with how each point ended, when the minutes are agreed. */
  readonly decide: (stateOf: (point: string) => AgendaItem['state'] | undefined) => void;
  readonly inaccuracies: (id: string) => Pick<MinutesDraft, 'inaccuracies'>;
  readonly staff: readonly PossibleOwner[];
}

const today = '2026-12-10';
const hide = createHiding([
  {
    ...{ label: 'Child A', givenName: 'Ellie', familyName: 'Marsden', knownAs: null },
    family: ['Claire Marsden'],
  },
]);
const decided = ['minutes-agreed', 'minutes-published', 'note-kept'];

/** Minutes from memory, by the rules by which Lantern takes them. Priya chairs. */
export function serveStubMinutes(
  app: Express,
  { leads, meeting, change, agenda, decide, inaccuracies, staff }: StubMinutes,
): void {
  serveStubTranscript(app);
  const drafts = new Map<string, readonly DraftPart[]>();
  const agreed = new Map<string, readonly MinuteItem[]>();
  const addenda: MinuteAddendumItem[] = [];
  const forms = new Set<string>();
  /** That the agenda has, or had. */
  const points = new Set<string>();
  const notes = new Map<string, NonNullable<MinutesDraft['note']>>();
  const draftOf = (id: string) => drafts.get(id) ?? [];
  const isPriya = ({ headers }: Request) => headers.authorization?.startsWith('Bearer token priya') === true;

  /** Of two children one has no file that was spoken of. */
  const papersOf = ({ status }: MeetingListItem): readonly PaperOfChild[] => [
    {
      ...{ id: 'mc1', label: 'Child A', concernRef: 'C-2026-0146' },
      state: status === 'minutes-published' ? 'in-library' : 'waiting',
    },
    { id: 'mc2', label: 'Child B', state: 'none' },
  ];

  app.get(paths.minutes, (request, response) => {
    const { id } = request.params;
    const found = meeting(id);
    if (!found || !leads(request))
      return void response.status(404).json({ code: 'not-found', message: 'Nothing here.' });
    const open = found.status === 'held' || found.status === 'minutes-draft';
    const minutes: MinutesDraft = {
      ...{ rev: found.rev, status: found.status, draft: mergedDraft(draftOf(id)), mayWrite: open },
      heldInTeams: found.online || id === 'g1',
      mayAgree: found.status === 'minutes-draft' && found.heldByName === undefined && isPriya(request),
      mayKeep: found.status === 'minutes-draft' && found.heldByName !== undefined,
      ...(notes.has(id) && { note: notes.get(id)! }),
      ...inaccuracies(id),
      mayPublish: found.status === 'minutes-agreed',
      mayAdd: decided.includes(found.status),
      maySend: decided.includes(found.status),
    };
    return void response.json({
      minutes,
      transcripts: true,
      points: agreed.get(id) ?? [],
      addenda,
      papers: papersOf(found),
    });
  });

  app.post(paths.minutes, (request: Request<{ id: string }>, response) => {
    const { id } = request.params;
    const { form, update } = request.body as WriteMinutesRequest;
    if (forms.has(form)) return void response.json(null);
    const found = meeting(id);
    if (!found || decided.includes(found.status))
      return void response.status(409).json({ code: 'already-done', message: 'The minutes are agreed already.' });
    for (const point of agenda()) points.add(point.id);
    const taken = takeUpdate(draftOf(id), update, points);
    if (!taken.ok && taken.why === 'out-of-step')
      return void response.status(409).json({ code: 'changed-meanwhile', message: 'It has changed meanwhile.' });
    if (!taken.ok) return void response.status(400).json({ code: 'invalid-input', message: 'These are no minutes.' });
    forms.add(form);
    drafts.set(id, [...draftOf(id), { id: draftOf(id).length + 1, bytes: taken.add }]);
    if (found.status === 'held') change(id, { status: 'minutes-draft' });
    return void response.json(null);
  });

  const linesOf = (id: string): FollowedLines => {
    const draft = readDraft(draftOf(id));
    const found = agenda().flatMap(({ id: point, concern }) =>
      actionLinesOf(draft.point(point).texts.decision ?? '', staff, today).map((line) => ({ point, concern, ...line })),
    );
    return {
      onlySource: agenda().flatMap(({ id: point }) => {
        const { hasSource, texts } = draft.point(point);
        return hasSource && Object.keys(texts).length === 0 ? [point] : [];
      }),
      actions: found.flatMap(({ point, concern, line, ...rest }) =>
        'owner' in rest && concern ? [{ point, line, ownerName: rest.owner.name, dueOn: rest.dueOn }] : [],
      ),
      left: found.flatMap(({ point, concern, line, ...rest }) =>
        'why' in rest ? [{ point, line, why: rest.why }] : concern ? [] : [{ point, line, why: 'no-concern' as const }],
      ),
    };
  };
  app.post(paths.lines, (request: Request<{ id: string }>, response) => response.json(linesOf(request.params.id)));

  app.post(paths.stage, (request: Request<{ id: string }>, response) => {
    const draft = readDraft(draftOf(request.params.id));
    const points = agenda().flatMap(({ id: point }) => {
      const { decision } = draft.point(point).texts;
      if (decision === undefined) return [];
      // What is told by an address is hidden by nothing here: its words are kept back.
      return [decision.includes('x@y') ? { point } : { point, decision: hide(decision) }];
    });
    response.json({ shown: true, points } satisfies StageDecisions);
  });

  const become = (id: string, status: MeetingListItem['status']) => {
    const draft = readDraft(draftOf(id));
    const lines = linesOf(id);
    agreed.set(
      id,
      agenda().flatMap(({ id: pointId, number }) => {
        const { texts } = draft.point(pointId);
        return Object.keys(texts).length === 0 ? [] : [{ id: `mi-${pointId}`, pointId, number, part: 1, ...texts }];
      }),
    );
    decide((point) => draft.point(point).state);
    change(id, { status });
    drafts.delete(id);
    return { actions: lines.actions.map((_line, i) => `x${i + 10}`), left: lines.left };
  };
  app.post(paths.agree, (request: Request<{ id: string }>, response) => {
    const { id } = request.params;
    if (linesOf(id).onlySource.length === 0) return void response.json(become(id, 'minutes-agreed'));
    return void response.status(400).json({ code: 'invalid-input', message: 'A point has no words of your own.' });
  });
  app.post(paths.keepNote, (request: Request<{ id: string }>, response) => {
    const { id } = request.params;
    const { form: _form, rev: _rev, ...said } = request.body as KeepNoteRequest;
    const { outcome } = readDraft(draftOf(id));
    const kept = { keptAt: '2026-12-10T08:20:00.000Z', keptByName: 'Priya Raman' };
    notes.set(id, { ...kept, ...(outcome !== undefined && { outcome }), ...said });
    response.json(become(id, 'note-kept'));
  });
  app.post(paths.publish, (request: Request<{ id: string }>, response) => {
    change(request.params.id, { status: 'minutes-published' });
    response.json(null);
  });
  app.post(paths.addendum, (request: Request, response) => {
    const { words } = request.body as { readonly words: string };
    const written = { writtenByName: 'Priya Raman', writtenAt: '2026-12-10T08:20:00.000Z' };
    addenda.push({ id: `ad${addenda.length}`, part: 1, words, ...written });
    response.json(null);
  });
}
