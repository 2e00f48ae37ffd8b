// For administrators: who offers time here, and who is invited.
import { z } from 'zod';
import {
  invitationAnswer,
  invitationInput,
  invitationsAnswer,
  organisersAnswer,
} from '../administration/administration-input.ts';
import { takes } from './takes.ts';

const administration = '/api/administration';

export const administrationOperations = [
  takes('get', `${administration}/organisers`, 'Who offers time here, and how they fare', {
    query: z.object({ q: z.string().optional(), page: z.int().min(1).optional() }),
    answer: organisersAnswer,
  }),
  takes('post', `${administration}/organisers/{id}/disable`, 'End what they can do here', {
    status: 204,
  }),
  takes('post', `${administration}/organisers/{id}/enable`, 'Let them go on', { status: 204 }),
  takes('get', `${administration}/invitations`, 'Who is invited and has not come yet', {
    answer: invitationsAnswer,
  }),
  takes('post', `${administration}/invitations`, 'Let an address, or a @domain, sign in', {
    body: invitationInput,
    answer: invitationAnswer,
    status: 201,
  }),
  takes('delete', `${administration}/invitations/{id}`, 'Withdraw one', { status: 204 }),
];
