// Which channels are to be opened and which stopped, from the calendars that are wanted and the channels there are. What
// it says holds whatever was cut off before: a channel too many is stopped, one too few opened.
import { type Channel, isBeingOpened, isOpen, needsSuccessor } from './channel.ts';

type Wanted = { calendarId: string };

export type ChannelPlan<Calendar extends Wanted> = {
  open: Calendar[];
  stop: (Channel & { resourceId: string })[];
};

/** `address`: where messages go now; channels that send elsewhere serve nobody. */
export function planChannels<Calendar extends Wanted>(
  wanted: Calendar[],
  channels: Channel[],
  { address, now }: { address: string; now: Date },
): ChannelPlan<Calendar> {
  const serving = channels.filter((channel) => channel.address === address);
  const byCalendar = Map.groupBy(serving, (channel) => channel.calendarId);
  const of = ({ calendarId }: Wanted) => byCalendar.get(calendarId) ?? [];
  const kept = new Set(wanted.map((calendar) => youngest(of(calendar), now)));
  return {
    open: wanted.filter((calendar) => !of(calendar).some((channel) => willDo(channel, now))),
    stop: channels
      .filter(isStoppable)
      .filter((channel) => isOpen(channel, now) && !kept.has(channel)),
  };
}

function willDo(channel: Channel, now: Date): boolean {
  if (isBeingOpened(channel, now)) return true;
  return isOpen(channel, now) && !needsSuccessor(channel, now);
}

/** The one that stays when there are several: it lasts longest. */
function youngest(channels: Channel[], now: Date): Channel | undefined {
  return channels
    .filter((channel) => isOpen(channel, now))
    .toSorted((a, b) => b.expiresAt.getTime() - a.expiresAt.getTime())[0];
}

function isStoppable(channel: Channel): channel is Channel & { resourceId: string } {
  return channel.resourceId !== null;
}
