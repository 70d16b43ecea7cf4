/** Roles that a school gives to people: records of ours, read at each call. Their words stand in areas/people/fields.ts. */
export type GrantedRole =
  | 'dsl'
  | 'deputy'
  | 'safeguarding-administrator'
  | 'head'
  | 'trust-lead'
  | 'chair-of-governors'
  | 'senco'
  | 'pastoral-lead'
  | 'attendance-lead'
  | 'behaviour-lead'
  | 'online-safety-lead'
  | 'tenant-admin'
  | 'auditor';

/**
 * All roles. `staff` is held by every verified person of the tenant; `setup`, `filing`, `roster`, `sync`, `roles-feed`, `calendar`,
 * `posting`, `chasing` and `outside-reader` are Lantern's own, for making a school, for saying that filing has stopped, for the import
 * at the machine, for saying what was done in SharePoint past Lantern, for giving and ending what groups in Entra say, for noting where
 * a meeting’s event lies (`calendar`), for posting to channels what people have posted, for reminding owners of their actions, and for
 * giving minutes to whoever has a link to them and its code; no token can carry them.
 */
export type Role = 'staff' | GrantedRole | OwnRole;

export type OwnRole =
  'setup' | 'filing' | 'roster' | 'sync' | 'roles-feed' | 'calendar' | 'posting' | 'chasing' | 'outside-reader';

/**
 * From where an act or a look came in: the tab, the chat, a command at the machine, or Lantern's own workers.
 * Whoever makes an identity knows it and says so; nobody else does.
 */
export type Door = 'tab' | 'chat' | 'command' | 'lantern';

/** Who is calling, from a verified token and nothing else. `name` is for display only. */
export interface Identity {
  readonly tenant: string;
  /** Entra object id. */
  readonly person: string;
  readonly name: string;
  readonly door: Door;
  /** Authentication contexts of Entra that the token proves (`acrs`): how strongly this sign-in was shown to be theirs. */
  readonly contexts?: readonly string[];
  /** A channel of Teams in which they sit, as Teams said a moment ago (`19:…@thread.tacv2`); whoever says so has asked it. */
  readonly sitsIn?: string;
}

export interface Grant {
  readonly role: Role;
  readonly school: string;
  /** Held in somebody's place for some days: an acting lead. */
  readonly acting?: true;
}

/**
 * By which right something was done, as the journal notes it: a role; `acting` for a lead's held in somebody's place; `own` for
 * what is a person's own; `circle` for a case that somebody gave them; `break-glass` for a file that they opened themselves.
 */
export type RightUsed = Role | 'acting' | 'own' | 'circle' | 'break-glass';

/** Ids of single cases and children that a person was given, or is kept from. */
export interface Cases {
  readonly concerns: readonly string[];
  readonly children: readonly string[];
  /** Of what a person is kept from only: meetings about such a child. */
  readonly meetings: readonly string[];
}

/** A person with the roles they hold at this moment. */
export interface Actor extends Identity {
  readonly grants: readonly Grant[];
  /** Given to them beside their roles: the circle of a case, or a child's file that they opened by break-glass. */
  readonly given: Cases;
  /** The cases among them that somebody gave them. What they opened themselves they may read, and do nothing with. */
  readonly circle: readonly string[];
  /** Kept from them whatever their roles: a conflict of interest, such as their own child. */
  readonly kept: Cases;
  /** The school a report of theirs goes to. */
  readonly school: string;
  /** False for somebody of the tenant who is not on the staff list: they may report, and see nothing else. */
  readonly recognised: boolean;
}

/** The `auditVerb`s of the glossary: what an entry of the journal says was done. */
export type AuditVerb =
  | 'create'
  | 'read'
  | 'list'
  | 'search'
  | 'addend'
  | 'assign'
  | 'decide'
  | 'share'
  | 'export'
  | 'print'
  | 'transfer'
  | 'break-glass'
  | 'deny'
  | 'permission-change'
  | 'config-change'
  | 'dispose';

/**
 * How far a right reaches: `school`: records of a school where the role is held; `own`: what the person reported themself,
 * or whose `ownField` names them; `given`: of single cases that they were given or opened; `circle`: of those they were given;
 * `channel`: of the channel in Teams in which they have just been seen to sit, at whatever school it is set up.
 * `when` narrows it to records whose field holds one of these values.
 */
export interface Right {
  readonly role: Role;
  readonly reach: 'school' | 'own' | 'given' | 'circle' | 'channel';
  /**
   * Field of the record that holds the Entra object id of whoever it is somebody's own of; `reporterId` when absent. With `circle`: of
   * the cases that they were given only what also names them there.
   */
  readonly ownField?: string;
  /** Only for somebody whom the staff list knows. */
  readonly recognised?: true;
  readonly when?: Readonly<Record<string, readonly string[]>>;
  /** Also for records of the restricted register, which every other right leaves out. */
  readonly restricted?: true;
  /** Also for somebody who is kept from the record: what is shown is only what they wrote themselves. */
  readonly evenKept?: true;
}

/**
 * To what a record of a class belongs, by the field that says so: the case, the child, the meeting, or the adult whom it is about.
 * Whoever has a conflict of interest is kept from the case, the child and meetings about the child, and the adult from what is about them, whatever right they hold.
 */
export interface Belonging {
  readonly concern?: string;
  readonly child?: string;
  readonly meeting?: string;
  readonly subject?: string;
}

/** Of a record class: field -> the values that put a record into the restricted register. */
export type Restricted = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** One act or look of an area: how the journal calls it, and who may. No row, no right. */
export interface VerbRule {
  readonly audit: AuditVerb;
  /** Record class it is about. */
  readonly about: string;
  /** Record class whose rows a look asks for where what it is about is no record: the reach holds for these. */
  readonly over?: string;
  readonly may: readonly Right[];
  /** What of its record class lies in the restricted register; put here when the areas' tables are composed. */
  readonly hides?: Restricted[string];
  /** To what its records belong; put here when the areas' tables are composed. */
  readonly belongs?: Belonging;
}

export type RightsTable = Readonly<Record<string, VerbRule>>;
