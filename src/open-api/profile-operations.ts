// The organiser’s own profile, connections and keys.
import { apiKeyInput, apiKeysAnswer, newApiKeyAnswer } from '../organisers/api-key-input.ts';
import { calendarChange, connectionsAnswer } from '../organisers/connections/calendar-input.ts';
import { profileAnswer, profileChange } from '../organisers/profile-input.ts';
import { takes } from './takes.ts';

export const profileOperations = [
  takes('get', '/api/me', 'One’s own profile', { answer: profileAnswer }),
  takes('patch', '/api/me', 'Change it', { body: profileChange, answer: profileAnswer }),
  takes('get', '/api/me/calendars', 'Connected accounts and calendars, and how they are', {
    answer: connectionsAnswer,
  }),
  takes('patch', '/api/me/calendars', 'Which count as busy, and which receives bookings', {
    body: calendarChange,
    answer: connectionsAnswer,
  }),
  takes('get', '/api/me/api-keys', 'Keys for programs', { answer: apiKeysAnswer }),
  takes('post', '/api/me/api-keys', 'Make one; it is shown this once', {
    body: apiKeyInput,
    answer: newApiKeyAnswer,
    status: 201,
  }),
  takes('delete', '/api/me/api-keys/{id}', 'Withdraw one', { status: 204 }),
];
