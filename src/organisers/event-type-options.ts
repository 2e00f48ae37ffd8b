// What there is to choose from in an event type's form.
import { say } from '../languages/say.ts';
import type { Option } from '../web/fields.ts';

export const places = (): Option[] => [
  { value: 'none', label: say('Not said') },
  { value: 'in_person', label: say('In person') },
  { value: 'phone_organiser', label: say('By phone: you call') },
  { value: 'phone_attendee', label: say('By phone: they call you') },
  { value: 'meet', label: say('Google Meet') },
  { value: 'link', label: say('At a link of your own') },
];

export const confirmations = (): Option[] => [
  { value: 'email', label: say('Once the e-mail address is proven') },
  { value: 'instant', label: say('At once') },
  { value: 'approval', label: say('When you have accepted it') },
];

export const declines = (): Option[] => [
  { value: 'keep', label: say('The booking stands, and you are told') },
  { value: 'cancel', label: say('The booking is cancelled, and its time is free') },
];

export const access = (): Option[] => [
  { value: 'public', label: say('Everybody: it stands on your public page') },
  { value: 'unlisted', label: say('Whoever has its link: it stands on no page') },
  { value: 'secret', label: say('Only whoever has a secret link that you made') },
  { value: 'hidden', label: say('Nobody for now: it is hidden') },
];

export const asked = (): Option[] => [
  { value: 'required', label: say('Needed') },
  { value: 'optional', label: say('Optional') },
  { value: 'off', label: say('Not asked') },
];

export const answers = (): Option[] => [
  { value: 'short', label: say('One line') },
  { value: 'long', label: say('Several lines') },
  { value: 'choice', label: say('One of several answers') },
  { value: 'several', label: say('Any of several answers') },
  { value: 'yes_no', label: say('Yes or no') },
];

export const units = (): Option[] => [
  { value: 'minutes', label: say('minutes') },
  { value: 'hours', label: say('hours') },
  { value: 'days', label: say('days') },
];

export const yesNo = (): Option[] => [
  { value: 'no', label: say('No') },
  { value: 'yes', label: say('Yes') },
];
