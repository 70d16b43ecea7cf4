/** A name as PostgreSQL takes it letter for letter. Names come from declarations, never from a person. */
export const quoted = (name: string): string => `"${name}"`;
