import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import type { agendaTemplate } from '../record.ts';

interface Tables {
  agendaTemplate: TableOf<typeof agendaTemplate>;
}

export type TemplateRow = Tables['agendaTemplate'];

/** What a school has written for the agendas of its kinds, the latest of each first. */
export const templatesOfSchool = defineQuery<Tables, { school: string }, TemplateRow>(
  'agenda-templates-of-school',
  (tables, value) =>
    tables
      .selectFrom('agendaTemplate')
      .selectAll('agendaTemplate')
      .where('school', '=', value('school'))
      .where('removedAt', 'is', null)
      .orderBy('number', 'desc')
      .orderBy('id'),
);

/** The same of every school that somebody may see it of. */
export const allTemplates = defineQuery<Tables, object, TemplateRow>('agenda-templates', (tables) =>
  tables
    .selectFrom('agendaTemplate')
    .selectAll('agendaTemplate')
    .where('removedAt', 'is', null)
    .orderBy('number', 'desc')
    .orderBy('id'),
);
