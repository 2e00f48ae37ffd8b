// What programs are told of a time: offered, or every reason why not.
import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });

const reason = z.object({
  code: z.string().meta({ description: 'Such as busy, closed, time_off, notice, horizon, cap.' }),
  title: z.string(),
  sentence: z.string(),
  start: instant.optional().meta({ description: 'Of what is in the way.' }),
  end: instant.optional(),
  calendar: z.string().optional(),
  checkedAt: instant.optional(),
  bookingId: z.uuid().optional(),
  expiresAt: instant.optional(),
  href: z.string().nullable().meta({ description: 'The page where it can be changed.' }),
});

export const whyAnswer = z
  .object({
    start: instant,
    end: instant,
    timeZone: z.string(),
    isOffered: z.boolean(),
    durationMinutes: z.int(),
    isHidden: z.boolean(),
    visibility: z.enum(['public', 'unlisted', 'secret']),
    schedule: z.object({ id: z.uuid(), name: z.string() }),
    reasons: z.array(reason),
    nearest: z.array(z.object({ start: instant, end: instant })),
  })
  .meta({ id: 'Explanation' });
