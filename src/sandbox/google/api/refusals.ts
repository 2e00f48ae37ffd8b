// Google's refusals, in Google's words.
import { GoogleError } from './call.ts';

const calendar = { domain: 'calendar' };

export const notFound = () => new GoogleError(404, 'notFound', 'Not Found');

export const invalid = (message: string, location?: string) =>
  new GoogleError(400, 'invalid', message, location === undefined ? {} : { location });

export const required = (message: string) => new GoogleError(400, 'required', message);

export const timeRangeEmpty = () =>
  new GoogleError(400, 'timeRangeEmpty', 'The specified time range is empty.', {
    ...calendar,
    location: 'timeMax',
  });

export const duplicate = () =>
  new GoogleError(409, 'duplicate', 'The requested identifier already exists.');

export const deleted = () => new GoogleError(410, 'deleted', 'Resource has been deleted');

export const forbidden = () => new GoogleError(403, 'forbidden', 'Forbidden');

export const accessLevelRequired = (role: string) =>
  new GoogleError(
    403,
    'requiredAccessLevel',
    `You need to have ${role} access to this calendar.`,
    calendar,
  );

export const forbiddenForNonOrganizer = () =>
  new GoogleError(
    403,
    'forbiddenForNonOrganizer',
    'Shared properties can only be changed by the organizer of the event.',
    calendar,
  );

export const conditionNotMet = () =>
  new GoogleError(412, 'conditionNotMet', 'Precondition Failed', {
    location: 'If-Match',
    locationType: 'header',
  });

export const fullSyncRequired = () =>
  new GoogleError(
    410,
    'fullSyncRequired',
    'Sync token is no longer valid, a full sync is required.',
    { ...calendar, location: 'syncToken' },
  );

export const updatedMinTooLongAgo = () =>
  new GoogleError(
    410,
    'updatedMinTooLongAgo',
    'The requested minimum modification time lies too far in the past.',
    { ...calendar, location: 'updatedMin' },
  );
