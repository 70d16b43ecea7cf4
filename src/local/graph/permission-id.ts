import { demo } from '../cast.ts';

/** SharePoint's own name for an application of this tenant, in base64: so a grant's id says whose it is, and nothing else. */
export const permissionId = (app: string) =>
  Buffer.from(`i:0i.t|ms.sp.ext|${app}@${demo.tenantId}`).toString('base64url');
