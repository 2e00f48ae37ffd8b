// What can be booked, by which secret links, and why a time is not offered.
import { z } from 'zod';
import { eventTypeAnswer, eventTypesAnswer } from '../event-types/event-type-answer.ts';
import { eventTypeChange, eventTypeDraft } from '../event-types/event-type-input.ts';
import { secretLinkAnswer, secretLinkDraft } from '../event-types/secret-link-input.ts';
import { whyAnswer } from '../explanations/why-answer.ts';
import { whyQuery } from '../explanations/why-input.ts';
import { takes } from './takes.ts';

const secretLinks = '/api/me/event-types/{slug}/secret-links';

export const eventTypeOperations = [
  takes('get', '/api/me/event-types', 'What can be booked', { answer: eventTypesAnswer }),
  takes('post', '/api/me/event-types', 'Add one', {
    body: eventTypeDraft,
    answer: eventTypeAnswer,
    status: 201,
  }),
  takes('get', '/api/me/event-types/{slug}', 'One of them', { answer: eventTypeAnswer }),
  takes('patch', '/api/me/event-types/{slug}', 'Change it', {
    body: eventTypeChange,
    answer: eventTypeAnswer,
  }),
  takes('delete', '/api/me/event-types/{slug}', 'Remove it; one with bookings is hidden instead', {
    status: 204,
    or: { status: 200, answer: eventTypeAnswer },
  }),
  takes('post', '/api/me/event-types/{slug}/restore', 'Have it back, within a day', {
    answer: eventTypeAnswer,
  }),
  takes('post', '/api/me/event-types/{slug}/duplicate', 'Copy it; the copy is hidden', {
    answer: eventTypeAnswer,
    status: 201,
  }),
  takes('get', secretLinks, 'Its secret links', {
    answer: z.object({ secretLinks: z.array(secretLinkAnswer) }),
  }),
  takes('post', secretLinks, 'Make one', {
    body: secretLinkDraft,
    answer: secretLinkAnswer,
    status: 201,
  }),
  takes('delete', `${secretLinks}/{id}`, 'Revoke one', { status: 204 }),
  takes('get', '/api/me/event-types/{slug}/why', 'Why a time is not offered', {
    query: whyQuery,
    answer: whyAnswer,
  }),
];
