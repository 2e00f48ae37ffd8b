// Busy times in words, as the page's reader has days and clocks. Nothing here touches the page.
import type { Span } from './overlay-spans.ts';
import { locale, say } from './words.ts';

export type Clock = { timeZone: string; face: '12' | '24' };

const minuteMs = 60_000;
const faces = {
  '12': { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' },
  '24': { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const;

/** "10:00–11:00", "until 09:30", "from 14:00" or "all day", as seen on the day of that minute. */
export function spanWords([start, end]: Span, minute: number, clock: Clock): string {
  const day = dayAt(minute, clock);
  const beginsBefore = dayAt(start - 1, clock) !== day;
  const endsAfter = dayAt(end, clock) !== day;
  if (beginsBefore && endsAfter) return say('all day');
  if (beginsBefore) return say('until {time}', { time: timeAt(end, clock) });
  if (endsAfter) return say('from {time}', { time: timeAt(start, clock) });
  return `${timeAt(start, clock)}–${timeAt(end, clock)}`;
}

export function listed(words: readonly string[]): string {
  return new Intl.ListFormat(locale()).format(words);
}

function dayAt(minute: number, { timeZone }: Clock): string {
  return formatter({ timeZone, dateStyle: 'short' }).format(minute * minuteMs);
}

function timeAt(minute: number, { timeZone, face }: Clock): string {
  const text = formatter({ timeZone, ...faces[face] }).format(minute * minuteMs);
  return text.replaceAll(' ', '\u00A0'); // "3:00 pm" stays in one line
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(format: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(format);
  const kept = formatters.get(key) ?? new Intl.DateTimeFormat(locale(), format);
  formatters.set(key, kept);
  return kept;
}
