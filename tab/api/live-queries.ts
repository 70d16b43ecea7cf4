import type { QueryClient } from '@tanstack/react-query';

/** View, as the server names it, to the first words of the answers that show it. */
const keyOf: Readonly<Record<string, string>> = {
  concerns: 'desk',
  concern: 'concern',
  reports: 'reports',
  routed: 'routed',
  actions: 'actions',
  documents: 'documents',
  child: 'child',
  agencies: 'agencies',
  roles: 'roles',
  'staff-concerns': 'matters',
  'staff-concern': 'matter',
  'staff-reports': 'staff-reports',
  briefings: 'briefings',
  briefing: 'briefing',
  procedures: 'procedures',
  meetings: 'meetings',
  meeting: 'meeting',
  'agenda-templates': 'agenda-templates',
  minutes: 'minutes',
  'letter-templates': 'letter-templates',
  letter: 'letter',
  'letters-of-meeting': 'letters-of-meeting',
  'letters-of-concern': 'letters-of-concern',
  // Nobody is told of a single channel by name: it is asked for again when somebody comes back to it.
  'channel-minutes': 'channel-minutes',
  'need-to-know': 'need-to-know',
  circle: 'circle',
};

/** However much changes, a screen fetches the same thing no oftener than this: each fetch is a look. */
const restMs = 2_000;

/**
 * Fetches again what is on the screen and has changed: at once, and then no oftener than every two seconds. What is not on the
 * screen is fetched when it is opened.
 * @returns to be told the names of the views that have changed; and to be called at the end
 */
export function createLiveQueries(queries: QueryClient) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const again = new Set<string>();

  function fetchAgain(view: string): void {
    if (timers.has(view)) {
      again.add(view);
      return;
    }
    timers.set(
      view,
      setTimeout(() => {
        timers.delete(view);
        if (again.delete(view)) fetchAgain(view);
      }, restMs),
    );
    const [name = '', ...id] = view.split('/');
    const key = keyOf[name];
    // One that is on its way already may have been answered before: it is asked anew.
    if (key) void queries.invalidateQueries({ queryKey: [key, ...id] });
  }

  return {
    changed(views: readonly string[]): void {
      for (const view of views.includes('*') ? Object.keys(keyOf) : views) fetchAgain(view);
    },
    /** Nobody looks: what waits is not fetched. */
    rest(): void {
      again.clear();
    },
    end(): void {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
