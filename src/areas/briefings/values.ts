import { z } from 'zod';

/** A web address that leads to a page over https, without a name and password in it. */
export const httpsAddress = (max: number) =>
  z.string().trim().max(max).refine(isHttps, 'Write a link that begins with https://, or leave it empty.');

/** Whether it is one; also of what somebody typed into the list in SharePoint. */
export function isHttps(text: string): boolean {
  // Said first: an address with a blank or a line break in it is not what it looks like.
  if (/\s/.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' && hostname !== '';
}

/** A day as forms send it. */
export const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'Choose a day.')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'Choose a day.');
