import { z } from 'zod';
import type { View } from '../../../perform/types.ts';
import type { AgendaTemplates } from '../contract.ts';
import { meetingKinds } from '../kinds.ts';
import type { MeetingKind } from '../rules.ts';
import { latestOf, templateOf } from './template-of.ts';
import { allTemplates, type TemplateRow } from './template-queries.ts';

const kinds = (Object.keys(meetingKinds) as MeetingKind[]).filter((kind) => !meetingKinds[kind].plain);

/** What stands on each agenda of each kind, at each school where one may say it: the school’s own list, or Lantern’s. */
export const listAgendaTemplates: View<Record<string, never>, TemplateRow, AgendaTemplates> = {
  ...{ verb: 'list-agenda-templates', shape: 'page', fields: ['kind', 'points', 'writtenByName', 'writtenAt'] },
  params: z.strictObject({}),
  query: allTemplates,
  values: () => ({}),
  present(rows, { actor, may }) {
    const granted = [...new Set(actor.grants.map(({ school }) => school))];
    const schools = granted.filter((school) => may('write-agenda-template', { school }));
    const items = schools.flatMap((school) =>
      kinds.map((kind) => {
        const written = rows.filter((row) => row.school === school);
        const latest = latestOf(written, kind);
        return {
          ...{ school, kind, points: templateOf(written, kind), own: latest !== undefined && !latest.retired },
          ...(latest && { version: latest.number, writtenByName: latest.writtenByName, writtenAt: latest.writtenAt }),
        };
      }),
    );
    return { answer: { items }, ids: rows.map(({ id }) => id) };
  },
};
