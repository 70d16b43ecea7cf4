import type { actionPriority, actionStatus } from './fields.ts';

/** Addresses of the tab API for actions. */
export const actionPaths = {
  /** GET: one's own actions, and for leads those of their schools that are not closed: ActionDesk. */
  actions: '/api/actions',
  /** GET: ConcernActions. POST CreateActionRequest. */
  ofConcern: '/api/concerns/:id/actions',
  /** GET: who can be given an action on a concern: OwnerPage. */
  owners: '/api/concerns/:id/action-owners',
  /** POST ActionRequest, by the owner. */
  accept: '/api/actions/:id/accept',
  /** POST CompleteRequest, by the owner. */
  complete: '/api/actions/:id/complete',
  /** POST ActionRequest, by a lead who did not do it. */
  verify: '/api/actions/:id/verify',
  /** POST ReasonRequest. */
  reopen: '/api/actions/:id/reopen',
  /** POST ReasonRequest. */
  cancel: '/api/actions/:id/cancel',
} as const;

/** What an owner sees of their own action, in the circle or not: nothing of the concern. */
export interface OwnAction {
  readonly id: string;
  readonly rev: number;
  readonly ref: string;
  /** Absent where the owner leads and reads it on the concern. */
  readonly whatOutside?: string;
  readonly priority: keyof typeof actionPriority;
  readonly status: keyof typeof actionStatus;
  /** `YYYY-MM-DD` at the school. */
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly abilities: { readonly accept: boolean; readonly complete: boolean };
}

/** An action as the circle sees it. */
export interface ActionItem {
  readonly id: string;
  readonly rev: number;
  readonly ref: string;
  readonly concernId: string;
  readonly concernRef: string;
  readonly what: string;
  readonly whatOutside?: string;
  readonly ownerName: string;
  readonly mine: boolean;
  readonly priority: keyof typeof actionPriority;
  readonly status: keyof typeof actionStatus;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly createdByName: string;
  readonly doneByName?: string;
  readonly doneAt?: string;
  readonly doneNote?: string;
  readonly verifiedByName?: string;
  readonly verifiedAt?: string;
  readonly reason?: string;
  readonly abilities: {
    readonly accept: boolean;
    readonly complete: boolean;
    readonly verify: boolean;
    readonly reopen: boolean;
    readonly cancel: boolean;
  };
}

export interface ActionPage {
  readonly items: readonly ActionItem[];
}

export interface ConcernActions extends ActionPage {
  /** Whether this person may set another. */
  readonly add: boolean;
}

export interface ActionDesk {
  readonly mine: { readonly items: readonly OwnAction[] };
  /** For leads: what is not closed at their schools, soonest due first. */
  readonly open?: ActionPage;
}

export interface Owner {
  /** Entra object id. */
  readonly id: string;
  readonly name: string;
  readonly job?: string;
  /** Leads safeguarding here, so may read the action as the circle does. */
  readonly leads: boolean;
}

export interface OwnerPage {
  readonly items: readonly Owner[];
}

/** `form`: 32 hexadecimal digits, made once for each press; a second arrival gets the first answer. */
/** What somebody says who sets an action. */
export interface ActionOrder {
  readonly what: string;
  readonly whatOutside?: string;
  readonly owner: string;
  readonly priority: keyof typeof actionPriority;
  readonly dueOn?: string;
}

export interface CreateActionRequest extends ActionOrder {
  readonly form: string;
}

export interface ActionRequest {
  readonly form: string;
  readonly rev: number;
}

export interface CompleteRequest extends ActionRequest {
  readonly note: string;
}

export interface ReasonRequest extends ActionRequest {
  readonly reason: string;
}
