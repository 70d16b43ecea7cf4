import type { documentState } from './fields.ts';

export type DocumentState = keyof typeof documentState;

/** Whether the bytes of a document may leave Lantern: into the library, or to a person. */
export const mayLeave = (state: DocumentState): boolean => state === 'clean' || state === 'not-scanned';
