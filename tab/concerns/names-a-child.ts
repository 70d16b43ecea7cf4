/** Fields whose value is a child's name, or the name of somebody in a report. */
const fields = new Set([
  ...['childName', 'childAsTyped', 'name', 'givenName', 'familyName', 'knownAs', 'middleNames', 'formerNames'],
  'mergedNames',
]);

/** Whether a field's value is hidden with children's names. */
export const namesAChild = (field: string | undefined): boolean => field !== undefined && fields.has(field);
