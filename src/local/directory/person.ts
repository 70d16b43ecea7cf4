/** Somebody with an account in the tenant. */
export interface Person {
  readonly id: string;
  readonly givenName: string;
  readonly surname: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly employeeId: string | null;
  readonly accountEnabled: boolean;
  readonly userType: 'Member' | 'Guest';
  /** What School Data Sync brought; undefined for those whom it does not know. */
  readonly education: Education | undefined;
}

export interface Education {
  readonly role: 'student' | 'teacher';
  /** The school's own number for a pupil or a teacher. */
  readonly number: string;
  /** A pupil's form: `7B`. */
  readonly form?: string;
}

/** Guests have their mail elsewhere. */
export const hasMailbox = ({ mail, userType }: Person) => mail !== null && userType === 'Member';
