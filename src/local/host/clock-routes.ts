import express, { type Router } from 'express';
import { z } from 'zod';
import { demoDays } from '../clock/demo-days.ts';
import type { DemoClock } from '../clock/open-demo-clock.ts';
import { schoolMoment } from '../clock/school-moment.ts';
import { loopbackOnly } from '../loopback-only.ts';
import { ownPageOnly } from './own-page-only.ts';

/** What the page's script is told about the demonstration's clock. */
export interface ClockFaceShown {
  /** Instant, UTC. */
  readonly now: string;
  readonly jumps: readonly {
    readonly key: string;
    readonly label: string;
    readonly what: string;
    readonly ahead: boolean;
  }[];
}

const asked = z.strictObject({ to: z.string() });

/**
 * `GET /host/clock`: ClockFaceShown. `POST /host/clock {"to": key}`: goes on from there; 404 for no such moment, 409 for one that
 * is past, because what people recorded since then would lie in the future.
 */
export function clockRoutes(clock: DemoClock): Router {
  const router = express.Router();
  const face = (): ClockFaceShown => ({
    now: clock.now(),
    jumps: demoDays.jumps.map(({ key, label, what, at }) => ({
      key,
      label,
      what,
      ahead: schoolMoment(at) > clock.now(),
    })),
  });
  router.use('/host/clock', loopbackOnly, ownPageOnly);
  router.get('/host/clock', (_request, response) => void response.set('Cache-Control', 'no-store').json(face()));
  router.post('/host/clock', express.json({ limit: '1kb' }), (request, response) => {
    const to = asked.safeParse(request.body).data?.to;
    const jump = demoDays.jumps.find(({ key }) => key === to);
    if (!jump) {
      response.status(404).json({ code: 'not-found', message: 'The menu has no such moment.' });
      return;
    }
    if (!clock.jump(schoolMoment(jump.at))) {
      response.status(409).json({
        code: 'conflict',
        message: 'The clock goes forward only. To begin anew: npm start -- --reset.',
      });
      return;
    }
    response.json(face());
  });
  return router;
}
