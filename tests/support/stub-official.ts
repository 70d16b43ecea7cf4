import type { Express, Request } from 'express';
import {
  meetingPaths as paths,
  type ExpectOfficialRequest,
  type MeetingListItem,
  type OfficialMinutes,
  type RecordOfficialRequest,
} from '../../src/areas/meetings/contract.ts';
import { meetingKinds } from '../../src/areas/meetings/kinds.ts';
import { officialStepOf } from '../../src/areas/meetings/official/official-rules.ts';

const today = '2026-12-10';
interface Facts {
  readonly dueOn?: string;
  readonly byHand?: boolean;
  readonly received?: Omit<RecordOfficialRequest, 'form' | 'rev'>;
}

/** Official minutes of meetings of other bodies from memory, by the rule by which Lantern says what is next. */
export function serveStubOfficial(app: Express, change: (id: string) => void) {
  const held = new Map<string, Facts>([['g5', { dueOn: '2026-12-08' }]]);
  app.post(paths.expectOfficial, (request: Request<{ id: string }>, response) => {
    const { dueOn } = request.body as ExpectOfficialRequest;
    if (dueOn < today) {
      const fields = [{ name: 'dueOn', message: 'Choose today or a later day.' }];
      return void response.status(400).json({ code: 'invalid-input', message: 'Look again.', fields });
    }
    held.set(request.params.id, { dueOn, byHand: true });
    change(request.params.id);
    return void response.json(null);
  });
  app.post(paths.recordOfficial, (request: Request<{ id: string }>, response) => {
    const { form: _form, rev: _rev, ...received } = request.body as RecordOfficialRequest;
    held.set(request.params.id, { ...held.get(request.params.id), received });
    change(request.params.id);
    response.json(null);
  });
  return {
    inaccuracies: (id: string) => {
      const { inaccuracies: words, sentOn } = held.get(id)?.received ?? {};
      return words === undefined ? {} : { inaccuracies: { words, ...(sentOn !== undefined && { sentOn }) } };
    },
    official: ({ id, kind, status }: MeetingListItem): OfficialMinutes | undefined => {
      const { dueOn, byHand, received } = held.get(id) ?? {};
      const { official: rule } = meetingKinds[kind];
      const facts = {
        ...{ kind, status, ...(dueOn !== undefined && { officialDueOn: dueOn }) },
        ...(received && { officialReceivedOn: received.receivedOn, officialCheck: received.check }),
        ...(received?.sentOn !== undefined && { inaccuraciesSentOn: received.sentOn }),
      };
      const step = officialStepOf(facts, today);
      return (
        step && {
          ...{ step, mayExpect: received === undefined, mayRecord: step !== 'done' },
          ...(dueOn !== undefined && { dueOn, ...(!byHand && rule && { rule }) }),
          ...(step === 'chase' && { chasedOn: '2026-12-09' }),
          ...(received && { receivedOn: received.receivedOn, check: received.check }),
          ...(received && received.check !== 'unchecked' && { checkedByName: 'Priya Raman' }),
          ...(received?.sentOn !== undefined && { sentOn: received.sentOn }),
        }
      );
    },
  };
}
export type StubOfficial = ReturnType<typeof serveStubOfficial>;
