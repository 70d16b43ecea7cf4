/** The counter that numbers what is written beside a staff concern. */
export const staffNoteCounter = (matter: string): string => `staff-note:${matter}`;
