const unstorable = /[\0\p{Cs}]/gu;

/**
 * PostgreSQL's text has no sign for NUL, nor for half of a character, and refuses the whole statement. One of them, pasted with
 * a child's words, must not keep a concern from being taken: it becomes U+FFFD, as it would in SharePoint; all else stays.
 */
export const storable = (text: string): string => text.replace(unstorable, '\uFFFD');
