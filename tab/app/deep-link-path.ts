const recordId = /^[\w-]{1,64}$/;

/**
 * The address of the concern, of the matter about an adult, of a meeting, its minutes or all of them, of a briefing or all of them, of one's own actions, or of the page about single
 * cases, that a deep link asks for.
 * @param subPage what Teams passes on of the link; anybody can write one, so what cannot be an id is ignored
 * @param opened the path at which Teams opened the tab; a link counts only at the desk itself
 */
export function deepLinkPath(subPage: string | undefined, opened: string): string | undefined {
  if (subPage === 'actions' && opened === '/tab/') return '/tab/actions';
  if (subPage === 'need-to-know' && opened === '/tab/') return '/tab/settings/need-to-know';
  if (subPage === 'meetings' && opened === '/tab/') return '/tab/meetings';
  const meeting = subPage?.startsWith('meeting-') ? subPage.slice('meeting-'.length) : undefined;
  if (meeting !== undefined && recordId.test(meeting))
    return opened === '/tab/' ? `/tab/meetings/${meeting}` : undefined;
  const read = subPage?.startsWith('minutes-') ? subPage.slice('minutes-'.length) : undefined;
  if (read !== undefined && recordId.test(read)) return opened === '/tab/' ? `/tab/meetings/${read}/read` : undefined;
  if (subPage === 'briefings' && opened === '/tab/') return '/tab/briefings';
  const briefing = subPage?.startsWith('briefing-') ? subPage.slice('briefing-'.length) : undefined;
  if (briefing !== undefined && recordId.test(briefing))
    return opened === '/tab/' ? `/tab/briefings/${briefing}` : undefined;
  const matter = subPage?.startsWith('m-') ? subPage.slice(2) : undefined;
  if (matter !== undefined && recordId.test(matter)) return opened === '/tab/' ? `/tab/matters/${matter}` : undefined;
  return subPage && recordId.test(subPage) && opened === '/tab/' ? `/tab/concerns/${subPage}` : undefined;
}
