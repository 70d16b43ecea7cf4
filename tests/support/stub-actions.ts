import type { Express, Request, Response } from 'express';
import {
  actionPaths,
  type ActionItem,
  type CompleteRequest,
  type CreateActionRequest,
  type OwnAction,
  type OwnerPage,
  type ReasonRequest,
} from '../../src/areas/actions/contract.ts';
import { schoolNow } from './stub-concerns.ts';

const can = { accept: false, complete: false, verify: false, reopen: false, cancel: false } as const;
const idOf = (number: number) => `a${String(number).padStart(31, '0')}`;
const usual = {
  rev: 1,
  concernId: '0'.repeat(31) + '1',
  concernRef: 'C-2026-0146',
  priority: 'today',
  status: 'open',
  dueOn: '2026-12-10',
  overdue: false,
  mine: false,
  createdByName: 'Tom Whitlock',
} as const;

/** Actions on Ellie's concern, as Priya sees them; invented. */
export const stubActions = (): ActionItem[] => [
  {
    ...usual,
    id: idOf(1),
    ref: 'A-2026-0011',
    what: 'Ring Ellie’s mother and ask who lives at home.',
    ownerName: 'Priya Raman',
    mine: true,
    dueOn: '2026-12-09',
    overdue: true,
    abilities: { ...can, accept: true, complete: true, cancel: true },
  },
  {
    ...usual,
    id: idOf(2),
    ref: 'A-2026-0012',
    what: 'Keep Ellie company at lunch.',
    whatOutside: 'Please sit with the pupil we spoke about at lunch today.',
    ownerName: 'Zoe Lund',
    status: 'done-unverified',
    doneByName: 'Zoe Lund',
    doneAt: '2026-12-10T07:50:00.000Z',
    doneNote: 'Sat together; she ate well. <script>alert(1)</script>',
    abilities: { ...can, verify: true, reopen: true },
  },
  {
    ...usual,
    id: idOf(3),
    ref: 'A-2026-0013',
    what: 'Look through the behaviour log of this term.',
    whatOutside: 'Please send Priya the log of the pupil we spoke about.',
    ownerName: 'Kayleigh Marsh',
    priority: 'this-week',
    dueOn: '2026-12-14',
    status: 'accepted',
    abilities: { ...can, cancel: true },
  },
];

const stubOwners: OwnerPage = {
  items: [
    { id: 'o1', name: 'Priya Raman', job: 'Designated safeguarding lead', leads: true },
    { id: 'o2', name: 'Zoe Lund', job: 'Supply teacher', leads: false },
  ],
};

const ownOf = ({ id, rev, ref, whatOutside, priority, status, dueOn, overdue, abilities }: ActionItem): OwnAction => ({
  ...{ id, rev, ref, priority, status, dueOn, overdue },
  ...(whatOutside !== undefined && { whatOutside }),
  abilities: { accept: abilities.accept, complete: abilities.complete },
});

/** What each act makes of an action. */
const acts: Readonly<Record<string, (body: unknown) => Partial<ActionItem>>> = {
  [actionPaths.accept]: () => ({ status: 'accepted', abilities: { ...can, complete: true } }),
  [actionPaths.complete]: (body) => ({
    status: 'done-unverified',
    overdue: false,
    doneByName: 'Priya Raman',
    doneAt: schoolNow,
    doneNote: (body as CompleteRequest).note,
    abilities: { ...can, reopen: true },
  }),
  [actionPaths.verify]: () => ({
    status: 'verified',
    verifiedByName: 'Priya Raman',
    verifiedAt: schoolNow,
    abilities: { ...can, reopen: true },
  }),
  [actionPaths.reopen]: (body) => ({ status: 'open', reason: (body as ReasonRequest).reason, abilities: can }),
  [actionPaths.cancel]: (body) => ({
    status: 'cancelled-reasoned',
    reason: (body as ReasonRequest).reason,
    abilities: { ...can, reopen: true },
  }),
};

/** Answers the contract of actions from memory. Daniel is outside the circle and owns Priya's action instead of her. */
export function serveStubActions(app: Express): void {
  let actions = stubActions();
  const isDaniel = (request: Request) => request.headers.authorization?.includes('daniel') === true;
  app.get(actionPaths.actions, (request, response) => {
    const mine = actions.filter((action) => action.mine).map(ownOf);
    const worded = mine.map((action) => ({ ...action, whatOutside: 'Please ring the parent we spoke about.' }));
    const open = actions.filter(({ status }) => status !== 'verified' && status !== 'cancelled-reasoned');
    response.json(isDaniel(request) ? { mine: { items: worded } } : { mine: { items: mine }, open: { items: open } });
  });
  app.get(actionPaths.ofConcern, ({ params }, response) => {
    const items = actions.filter(({ concernId }) => concernId === params.id);
    response.json({ items, add: items.length > 0 });
  });
  app.get(actionPaths.owners, (_request, response) => response.json(stubOwners));
  app.post(actionPaths.ofConcern, (request: Request<{ id: string }>, response: Response) => {
    const { form: _form, owner, dueOn, ...order } = request.body as CreateActionRequest;
    const ownerName = stubOwners.items.find(({ id }) => id === owner)?.name ?? '';
    const made = { ...usual, ...order, ownerName, dueOn: dueOn ?? '2026-12-10', concernId: request.params.id };
    actions = [...actions, { ...made, id: idOf(9), ref: 'A-2026-0014', abilities: { ...can, cancel: true } }];
    response.json({ ref: 'A-2026-0014' });
  });
  for (const [path, changes] of Object.entries(acts)) {
    app.post(path, (request: Request<{ id: string }>, response: Response) => {
      actions = actions.map((action) =>
        action.id === request.params.id ? { ...action, ...changes(request.body), rev: action.rev + 1 } : action,
      );
      response.json({});
    });
  }
}
