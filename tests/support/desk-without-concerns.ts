import { deskViews } from '../../src/areas/desk/contract.ts';
import type { Desk, RoutedItem } from '../../src/areas/concerns/contract.ts';
import { stubReports } from './stub-concerns.ts';

const school = 'Harrowmere Academy';

/** Where a lead may go: not to what is the head's, or the tenant administrator's. */
export const leadViews: readonly string[] = deskViews
  .map(({ id }) => id)
  .filter((id) => id !== 'matters' && id !== 'health');

/** The stub's desk of somebody who answers for no concern; undefined for everybody else. @param routed what was passed to Kayleigh's team */
export function deskWithoutConcerns(person: string | undefined, routed: readonly RoutedItem[]): Desk | undefined {
  switch (person) {
    case 'kayleigh':
      return {
        ...{ name: 'Kayleigh Marsh', school, view: 'reports', reports: { items: [] } },
        views: ['reports', 'need-to-know', 'report'],
        routed: { items: routed },
      };
    case 'leila':
      return {
        ...{
          name: 'Leila Novak',
          school,
          view: 'reports',
          views: ['reports', 'roster', 'health', 'journal', 'report'],
        },
        reports: { items: [] },
      };
    case 'margaret':
      return {
        ...{ name: 'Margaret Eaves', school, view: 'reports' },
        views: ['matters', 'reports', 'roles', 'need-to-know', 'journal', 'report'],
        reports: { items: [] },
      };
    case 'colm':
      return {
        ...{ name: 'Colm Rafferty', school, view: 'reports', views: ['reports', 'roles', 'report'] },
        reports: { items: [] },
      };
    case 'daniel':
      return {
        ...{
          name: 'Daniel Osei',
          school,
          view: 'reports',
          views: ['meetings', 'briefings', 'procedures', 'reports', 'report'],
        },
        reports: { items: stubReports },
      };
    default:
      return undefined;
  }
}
