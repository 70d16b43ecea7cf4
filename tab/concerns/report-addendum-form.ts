import { lazy } from 'react';

/** The form behind "Add to this report"; comes when it is first opened. */
export const reportAddendumForm = lazy(() =>
  import('./addendum-form.tsx').then(({ AddendumForm }) => ({ default: AddendumForm })),
);
