import { demo } from '../cast.ts';
import type { EventRequest } from './event-request.ts';

/** The address that people join an online meeting at. */
export const joinUrlOf = (uid: string) =>
  `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${uid.slice(-32)}%40thread.v2/0?context=%7b%22Tid%22%3a%22${demo.tenantId}%22%7d`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

/** The body as Teams leaves it: HTML, ending with the way into the meeting. */
export function withWayIn({ contentType, content }: EventRequest['body'], joinUrl: string): EventRequest['body'] {
  if (content.includes(joinUrl)) return { contentType, content };
  const html = contentType === 'html' ? content : escaped(content);
  return {
    contentType: 'html',
    content: `<html><body>${html}<div>________________</div><a href="${joinUrl}">Join the meeting now</a></body></html>`,
  };
}
