// The numbers in the organiser's API.
import { datesOf } from './days.ts';
import type { Numbers } from './gather-numbers.ts';
import { keyFigures } from './key-figures.ts';

export function presentNumbers(numbers: Numbers) {
  const { days, perWeek, perKind, cells, leadTimes, perHour } = numbers;
  const { medianLeadDays, ...figures } = keyFigures(numbers);
  return {
    timeZone: days.timeZone.name,
    ...datesOf(days),
    figures: { ...figures, medianLeadDays },
    weeks: perWeek.map(({ monday, booked, noShows, cancelled, cancelledByAttendee }) => {
      return { monday, booked, noShows, cancelled, cancelledByAttendee };
    }),
    eventTypes: perKind.map(({ title, booked, noShows, cancelled, cancelledByAttendee }) => {
      return { title, booked, noShows, cancelled, cancelledByAttendee };
    }),
    openHours: cells
      .filter(({ openMinutes }) => openMinutes > 0)
      .map(({ weekday, hour, openMinutes, bookedMinutes }) => {
        return { weekday, hour, openMinutes, bookedMinutes };
      }),
    leadTimes: leadTimes.map(({ fromDays, toDays, count }) => ({ fromDays, toDays, count })),
    starts: perHour.map(({ hour, count }) => ({ hour, count })),
  };
}
