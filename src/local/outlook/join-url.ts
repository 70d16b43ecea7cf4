import { demo } from '../cast.ts';

/** The address that people join an online meeting at. */
export const joinUrlOf = (uid: string) =>
  `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${uid.slice(-32)}%40thread.v2/0?context=%7b%22Tid%22%3a%22${demo.tenantId}%22%7d`;
