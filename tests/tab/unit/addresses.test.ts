import { expect, it } from 'vitest';
import { pathTo } from '../../../tab/api/path-to.ts';
import { allowedHost } from '../../../tab/app/allowed-host.ts';
import { deepLinkPath } from '../../../tab/app/deep-link-path.ts';

const id = '0123456789abcdef0123456789abcdef';

it.each(['http://localhost:5300', 'http://127.0.0.1:5300', 'http://127.0.0.1:5300/host?person=priya'])(
  'the local tenant at %s may host the tab',
  (text) => {
    expect(allowedHost(text)).toBe(new URL(text).origin);
  },
);

it.each(['', 'localhost:5300', 'https://localhost:5300', 'http://evil.example', 'http://localhost.evil.example', '*'])(
  'no host but Teams is allowed by “%s”',
  (text) => {
    expect(allowedHost(text)).toBeUndefined();
  },
);

it('a deep link leads to its concern', () => {
  expect(deepLinkPath(id, '/tab/')).toBe(`/tab/concerns/${id}`);
});

it('a deep link of an action’s card leads to one’s own actions', () => {
  expect(deepLinkPath('actions', '/tab/')).toBe('/tab/actions');
});

it('a deep link of a meeting’s card leads to the meeting, or to when and where', () => {
  expect(deepLinkPath(`meeting-${id}`, '/tab/')).toBe(`/tab/meetings/${id}`);
  expect(deepLinkPath(`minutes-${id}`, '/tab/')).toBe(`/tab/meetings/${id}/read`);
  expect(deepLinkPath(`minutes-${id}`, '/tab/reports')).toBeUndefined();
  expect(deepLinkPath('meetings', '/tab/')).toBe('/tab/meetings');
  expect(deepLinkPath('meeting-<script>', '/tab/')).toBeUndefined();
});

it('a deep link of a briefing’s card leads to the briefing, or to all that one has to read', () => {
  expect(deepLinkPath(`briefing-${id}`, '/tab/')).toBe(`/tab/briefings/${id}`);
  expect(deepLinkPath('briefings', '/tab/')).toBe('/tab/briefings');
  expect(deepLinkPath('briefing-<script>', '/tab/')).toBeUndefined();
  expect(deepLinkPath(`briefing-${id}`, '/tab/reports')).toBeUndefined();
});

it('a deep link of a card about single cases leads to their page', () => {
  expect(deepLinkPath('need-to-know', '/tab/')).toBe('/tab/settings/need-to-know');
});

it.each(['', '../../api/desk', 'https://evil.example', '<script>', 'a'.repeat(65)])(
  'a deep link to “%s” leads nowhere',
  (subPage) => {
    expect(deepLinkPath(subPage, '/tab/')).toBeUndefined();
  },
);

it('a page that was opened by its own address is left alone', () => {
  expect(deepLinkPath(id, '/tab/reports')).toBeUndefined();
});

it('fills a path’s names in, escaped', () => {
  expect(pathTo('/api/concerns/:id/take', { id: 'a/../b' })).toBe('/api/concerns/a%2F..%2Fb/take');
  expect(() => pathTo('/api/concerns/:id', {})).toThrow(TypeError);
});
