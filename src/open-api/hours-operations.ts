// When an organiser is open: hours, schedules, time off.
import { z } from 'zod';
import { hoursInput } from '../schedules/hours-input.ts';
import {
  hoursAnswer,
  schedule,
  scheduleAnswer,
  strandedAnswer,
  timeOff,
  timeOffAnswer,
} from '../schedules/schedule-answers-input.ts';
import {
  scheduleChange,
  scheduleDraft,
  scheduleGone,
  timeOffInput,
} from '../schedules/schedule-input.ts';
import { takes } from './takes.ts';

export const hoursOperations = [
  takes('get', '/api/me/availability', 'When one is open', { answer: hoursInput }),
  takes('put', '/api/me/availability', 'Replace it whole', {
    body: hoursInput,
    answer: hoursAnswer,
  }),
  takes('get', '/api/me/schedules', 'Named sets of hours, the default one first', {
    answer: z.object({ schedules: z.array(schedule) }),
  }),
  takes('post', '/api/me/schedules', 'Add one, with hours or as a copy of another', {
    body: scheduleDraft,
    answer: schedule,
    status: 201,
  }),
  takes('get', '/api/me/schedules/{id}', 'One of them', { answer: schedule }),
  takes('put', '/api/me/schedules/{id}', 'Replace it whole; `isDefault` makes it the default', {
    body: scheduleChange,
    answer: scheduleAnswer,
  }),
  takes('delete', '/api/me/schedules/{id}', 'Delete it; forbidden for the default one', {
    query: scheduleGone,
    answer: strandedAnswer,
  }),
  takes('get', '/api/me/time-off', 'When no schedule is open, from now on', {
    answer: z.object({ timeOff: z.array(timeOff) }),
  }),
  takes('post', '/api/me/time-off', 'Take time off', {
    body: timeOffInput,
    answer: timeOffAnswer,
    status: 201,
  }),
  takes('get', '/api/me/time-off/{id}', 'One of them', { answer: timeOff }),
  takes('put', '/api/me/time-off/{id}', 'Move it', { body: timeOffInput, answer: timeOffAnswer }),
  takes('delete', '/api/me/time-off/{id}', 'Work after all', { status: 204 }),
];
