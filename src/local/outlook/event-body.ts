import type { EventRequest } from './event-request.ts';

type Body = EventRequest['body'];

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

/** A body as HTML, which is how Outlook keeps it. */
export const asHtml = ({ contentType, content }: Body): string =>
  contentType === 'html' ? content : `<html><body>${escaped(content)}</body></html>`;

/** What a person reads of a body. */
export const asText = (body: Body): string =>
  body.contentType === 'text'
    ? body.content
    : body.content
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&')
        .trim();

/** The body as Teams leaves it: ending with the way into the meeting. */
export function withWayIn(body: Body, joinUrl: string): Body {
  if (body.content.includes(joinUrl)) return body;
  const end = `<div>________________</div><a href="${joinUrl}">Join the meeting now</a>`;
  return { contentType: 'html', content: `${asHtml(body)}${end}` };
}
