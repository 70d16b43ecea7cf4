import type { RequestHandler } from 'express';

/** How long ago Lantern last knew all that SharePoint holds. */
export interface CheckedAge {
  /** Undefined while it was not once since the start. */
  readonly seconds: number | undefined;
  /** For longer than it should be. */
  readonly late: boolean;
}

/** Tells the tab with each answer how old Lantern's knowledge of SharePoint is: `40`, `200 late`, or `none` before the first look. */
export const checked =
  (age: () => CheckedAge): RequestHandler =>
  (_request, response, next) => {
    const { seconds, late } = age();
    response.setHeader('Lantern-Checked', `${seconds ?? 'none'}${late ? ' late' : ''}`);
    next();
  };
