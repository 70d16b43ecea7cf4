export const teams = ['pastoral-lead', 'behaviour-lead', 'senco', 'attendance-lead', 'online-safety-lead'];
const anyRole = ['dsl', 'deputy', 'head', 'safeguarding-administrator', 'tenant-admin', ...teams];

/** Of the table of rights, written a second time and by hand: who may do what about single cases. */
export const needToKnow: Readonly<Record<string, readonly string[]>> = {
  'list-need-to-know': ['head', 'dsl', 'deputy'],
  'list-people-for-cases': ['head', 'dsl', 'deputy'],
  'look-up-child-by-name': anyRole,
  'declare-conflict': ['head', 'dsl', 'deputy'],
  'declare-own-conflict': anyRole,
  'give-case': ['dsl', 'deputy'],
  'list-circle': ['dsl', 'deputy'],
  'break-glass': ['head', 'safeguarding-administrator', ...teams],
  'see-break-glass': ['dsl', 'deputy'],
  'end-access': ['head', 'dsl', 'deputy'],
  'read-case-access': ['head', 'dsl', 'deputy'],
  'hear-of-own-access': [],
};
