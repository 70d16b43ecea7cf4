import type { MeetingPersonItem, ReportOfPerson } from '../../../src/areas/meetings/contract.ts';
import { schoolDate } from '../../actions/school-date.ts';

/** Where a report stands, in words. */
export function reportText({
  state,
  dueOn,
  receivedOn,
}: Pick<ReportOfPerson, 'state' | 'dueOn' | 'receivedOn'>): string {
  const came = receivedOn === undefined ? 'Report came' : `Report came on ${schoolDate(receivedOn)}`;
  if (state === 'in-time') return `${came}, in time`;
  if (state === 'late') return `${came}, late: it was due by ${schoolDate(dueOn)}`;
  return state === 'overdue' ? `▲ Report overdue since ${schoolDate(dueOn)}` : `Report due by ${schoolDate(dueOn)}`;
}

/** How many reports are awaited, and how many of them are overdue; nothing where none is. */
export function awaitedText(people: readonly Pick<MeetingPersonItem, 'report'>[]): string | undefined {
  const awaited = people.flatMap(({ report }) => (report && report.receivedOn === undefined ? [report.state] : []));
  if (awaited.length === 0) return undefined;
  const overdue = awaited.filter((state) => state === 'overdue').length;
  const late = overdue === 0 ? '' : overdue === awaited.length ? ', overdue' : `, ${overdue} of them overdue`;
  return `Reports awaited: ${awaited.length}${late}`;
}
