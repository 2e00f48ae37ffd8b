// Where a schedule's editor is.
import type { Schedule } from './schedule.ts';

export function pathOf({ id, isDefault }: Pick<Schedule, 'id' | 'isDefault'>): string {
  return isDefault ? '/organiser/hours' : `/organiser/hours/${id}`;
}
