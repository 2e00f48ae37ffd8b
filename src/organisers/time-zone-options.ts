// The zones that an organiser can choose from, by name.
import type { Option } from '../web/fields.ts';

export function timeZoneOptions(current: string): Option[] {
  const names = new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  return [...names].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
