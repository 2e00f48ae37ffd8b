// What there is to choose from in an event type's form.
import type { Option } from '../web/fields.ts';

export const places: readonly Option[] = [
  { value: 'none', label: 'Not said' },
  { value: 'in_person', label: 'In person' },
  { value: 'phone', label: 'By phone' },
  { value: 'meet', label: 'Google Meet' },
  { value: 'link', label: 'At a link of your own' },
];

export const confirmations: readonly Option[] = [
  { value: 'email', label: 'Once the e-mail address is proven' },
  { value: 'instant', label: 'At once' },
  { value: 'approval', label: 'When you have accepted it' },
];

export const declines: readonly Option[] = [
  { value: 'keep', label: 'The booking stands, and you are told' },
  { value: 'cancel', label: 'The booking is cancelled, and its time is free' },
];

export const visibility: readonly Option[] = [
  { value: 'no', label: 'Shown' },
  { value: 'yes', label: 'Hidden: only who has the link' },
];

export const asked: readonly Option[] = [
  { value: 'required', label: 'Needed' },
  { value: 'optional', label: 'Optional' },
  { value: 'off', label: 'Not asked' },
];

export const answers: readonly Option[] = [
  { value: 'short', label: 'One line' },
  { value: 'long', label: 'Several lines' },
];

export const yesNo: readonly Option[] = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
];
