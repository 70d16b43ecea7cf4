import type { Express } from 'express';
import { serveStubAgencies } from './stub-agencies.ts';
import { serveStubBriefings } from './stub-briefings.ts';
import { serveStubLetters } from './stub-letters.ts';
import { serveStubMatters } from './stub-matters.ts';
import { serveStubMeetings } from './stub-meetings.ts';
import { serveStubNeedToKnow } from './stub-need-to-know.ts';
import { serveStubRoles } from './stub-roles.ts';

/** What a school's people keep in Lantern beside its children. */
export function serveStubPeople(app: Express): void {
  serveStubAgencies(app);
  serveStubRoles(app);
  serveStubMatters(app);
  serveStubNeedToKnow(app);
  serveStubMeetings(app);
  serveStubBriefings(app);
  serveStubLetters(app);
}
