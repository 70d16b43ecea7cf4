/** Addresses of the tab API for the desk itself. */
export const deskPaths = {
  /** GET `missed=<milliseconds>`: a stream of Changed, as server-sent events. */
  changes: '/api/changes',
  /** GET: DeskPerson, for a page that did not begin with the desk. */
  person: '/api/person',
} as const;

/** Names of views that have changed, such as `concerns` or `concern/<id>`; `*` when it is not known which. */
export interface Changed {
  readonly views: readonly string[];
}

/** Who is looking. */
export interface DeskPerson {
  readonly name: string;
  readonly school: string;
  /** Ids of the desk's views that they may go to. */
  readonly views: readonly string[];
}

/** One of the desk's views: a page that a person can go to from everywhere. */
export interface DeskView {
  readonly id: string;
  readonly label: string;
  /** Address inside the tab. */
  readonly path: string;
  /** Whoever may do this is shown the view. */
  readonly verb: string;
  /** The keys that lead there, one after the other with a space between. */
  readonly keys: string;
  /** Where it is offered when not among the others: as the button with which something new begins, or below the list of concerns. */
  readonly place?: 'button' | 'foot';
}

/**
 * The views of the desk, in the order in which they are offered. The server says which of them a person may see.
 */
export const deskViews = [
  { id: 'concerns', label: 'Concerns', path: '/', verb: 'list-concerns', keys: 'g c' },
  { id: 'matters', label: 'Concerns about adults', path: '/matters', verb: 'list-staff-concerns', keys: 'g t' },
  { id: 'meetings', label: 'Meetings', path: '/meetings', verb: 'list-meetings', keys: 'g i' },
  { id: 'actions', label: 'My actions', path: '/actions', verb: 'list-own-actions', keys: 'g a' },
  { id: 'briefings', label: 'Briefings', path: '/briefings', verb: 'list-briefings-to-read', keys: 'g b' },
  { id: 'procedures', label: 'Procedures', path: '/procedures', verb: 'list-procedures', keys: 'g p' },
  { id: 'reports', label: 'My reports', path: '/reports', verb: 'list-own-reports', keys: 'g r' },
  { id: 'roster', label: 'Roster', path: '/settings/import', verb: 'preview-roster', keys: 'g o' },
  { id: 'roles', label: 'Roles', path: '/settings/roles', verb: 'list-roles', keys: 'g l' },
  {
    ...{ id: 'need-to-know', label: 'Need to know', path: '/settings/need-to-know', verb: 'list-need-to-know' },
    keys: 'g n',
  },
  { id: 'health', label: 'Lantern’s health', path: '/settings/health', verb: 'look-at-health', keys: 'g h' },
  { id: 'journal', label: 'Journal', path: '/settings/journal', verb: 'look-at-proof', keys: 'g j' },
  { id: 'agencies', label: 'Agencies', path: '/settings/agencies', verb: 'list-agencies', keys: 'g e' },
  {
    ...{ id: 'misfiled', label: 'Misfiled entries', path: '/misfiled', verb: 'list-misfiled', keys: 'g m' },
    place: 'foot',
  },
  { id: 'report', label: 'Report a concern', path: '/report', verb: 'report-concern', keys: 'n', place: 'button' },
] as const satisfies readonly DeskView[];
