// The API described for programs (OpenAPI 3.1), from the same schemas that read its input.
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { cookieName } from './http/cookies.ts';
import { administrationOperations } from './open-api/administration-operations.ts';
import { attendeeOperations } from './open-api/attendee-operations.ts';
import { bookingOperations } from './open-api/booking-operations.ts';
import { eventTypeOperations } from './open-api/event-type-operations.ts';
import { hoursOperations } from './open-api/hours-operations.ts';
import { ownBookingOperations } from './open-api/own-booking-operations.ts';
import { profileOperations } from './open-api/profile-operations.ts';

const operations = [
  ...bookingOperations,
  ...profileOperations,
  ...hoursOperations,
  ...eventTypeOperations,
  ...ownBookingOperations,
  ...attendeeOperations,
  ...administrationOperations,
];

export const openApiDocument = createDocument({
  openapi: '3.1.0',
  info: { title: 'Quarterhour', version: '1', description: 'Free slots, holds and bookings.' },
  paths: operations.reduce(mergePaths, {}),
  components: {
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer' },
      session: { type: 'apiKey', in: 'cookie', name: cookieName('session', '') },
    },
  },
});

function mergePaths(
  paths: ZodOpenApiPathsObject,
  more: ZodOpenApiPathsObject,
): ZodOpenApiPathsObject {
  const [path, operation] = Object.entries(more)[0]!;
  return { ...paths, [path]: { ...paths[path], ...operation } };
}
