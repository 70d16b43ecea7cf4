/** What a traced program did between the arrival of one request and the writing of its answer. */
export interface Window {
  /** Files synced from COMMIT to the answer, in order. */
  readonly syncs: readonly string[];
}

const line = /^(\d+) +(?:<\.\.\. )?(\w+)(.*)$/;
const descriptor = /^\((\d+)<([^>]*)>/;
const answering = new Set(['write', 'writev', 'sendto', 'sendmsg']);
const syncing = new Set(['fsync', 'fdatasync']);

interface Call {
  readonly name: string;
  /** Number of the file descriptor. */
  readonly file: string;
  readonly path: string;
  readonly rest: string;
}

/** Calls in the order in which they ended; strace cuts a call in two when another thread's falls into it. */
function* callsOf(trace: string): Generator<Call> {
  const begun = new Map<string, string>();
  for (const text of trace.split('\n')) {
    const [, thread = '', name = '', tail = ''] = line.exec(text) ?? [];
    if (tail.endsWith('<unfinished ...>')) {
      begun.set(thread, `${tail.slice(0, -'<unfinished ...>'.length).trimEnd()} `);
      continue;
    }
    const whole = tail.startsWith(' resumed>') ? `${begun.get(thread) ?? ''}${tail.slice(' resumed>'.length)}` : tail;
    const [head = '', file = '', path = ''] = descriptor.exec(whole) ?? [];
    if (head !== '') yield { name, file, path, rest: whole.slice(head.length) };
  }
}

/**
 * Reads from strace's lines (`-f -y`) what was synced between COMMIT and the answer of each request, one at a time.
 * COMMIT begins with the first write to the database's log after the request's arrival. What is synced before that counts
 * too, except the database itself: a checkpoint that runs by its schedule and happened to end just then.
 * @param request how the request begins, e.g. `POST /api/messages`
 * @param database name of the database's file
 */
export function windowsOf(trace: string, request: string, database: string): readonly Window[] {
  const windows: Window[] = [];
  let open: { socket: string; committing: boolean; syncs: string[] } | undefined;
  for (const { name, file, path, rest } of callsOf(trace)) {
    if ((name === 'read' || name === 'recvfrom') && rest.startsWith(`, "${request} `)) {
      open = { socket: file, committing: false, syncs: [] };
    } else if (!open) continue;
    else if (name.startsWith('pwrite') && path.endsWith(`/${database}-wal`)) open.committing = true;
    else if (syncing.has(name)) {
      const ofDatabase = path.endsWith(`/${database}`) || path.endsWith(`/${database}-wal`);
      if (open.committing || !ofDatabase) open.syncs.push(path);
    } else if (answering.has(name) && file === open.socket && rest.includes('"HTTP/1.1 ')) {
      windows.push({ syncs: open.syncs });
      open = undefined;
    }
  }
  return windows;
}
