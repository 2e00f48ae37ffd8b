// Which schedules there are, and what can be done with the one in sight: another name, a copy, the default, the end.
import { say } from '../languages/say.ts';
import { askOnce } from '../organisers/ask-once.ts';
import { faultSummary } from '../organisers/form-faults.ts';
import { actionButton, badge, button } from '../web/components.ts';
import { selectField, textField } from '../web/fields.ts';
import { attributes, type Html, html } from '../web/html.ts';
import { listText } from './hours-words.ts';
import { faultOf, type Faults } from './interval-fields.ts';
import { pathOf } from './schedule-path.ts';
import { type Schedule, scheduleName, type ScheduleUser } from './schedule.ts';

/** What was typed below the editor, where it was refused. */
export type ScheduleForms = { newName?: string; name?: string; faults?: Faults };

type Shown = ScheduleForms & {
  schedules: readonly Schedule[];
  schedule: Schedule;
  users: readonly (ScheduleUser & { scheduleId: string; isChosen: boolean })[];
};

export function scheduleTabs(schedules: readonly Schedule[], current: Schedule): Html | false {
  if (schedules.length < 2) return false;
  return html`<nav class="tabs" aria-label="${say('Schedules')}">
    ${schedules.map(
      (schedule) =>
        html`<a${attributes({
          href: pathOf(schedule),
          'aria-current': schedule.id === current.id && 'page',
        })}>${scheduleName(schedule)}</a>`,
    )}
  </nav>`;
}

export function schedulesCard(shown: Shown): Html {
  const { schedules, faults = [] } = shown;
  return html`<section class="card stack" aria-labelledby="schedules">
    <div class="stack-tight">
      <h2 id="schedules">${say('Schedules')}</h2>
      <p class="soft">
        ${say('Event types can have hours of their own: evenings for one, mornings for another. Those that choose none go by the default schedule.')}
      </p>
    </div>
    ${faultSummary(faults, formLabels())}
    <ul class="entries">
      ${schedules.map((schedule) => scheduleRow(schedule, shown))}
    </ul>
    ${addForm(shown)}
  </section>`;
}

function formLabels() {
  return new Map([
    ['name', say('Name')],
    ['new-name', say('Name of the new schedule')],
    ['moveTo', say('Its event types go to')],
  ]);
}

function scheduleRow(schedule: Schedule, shown: Shown): Html {
  const users = shown.users.filter(({ scheduleId }) => scheduleId === schedule.id);
  const name = scheduleName(schedule);
  const isCurrent = schedule.id === shown.schedule.id;
  return html`<li class="stack-tight">
    <div class="row">
      ${isCurrent ? html`<strong>${name}</strong>` : html`<a href="${pathOf(schedule)}"><strong>${name}</strong></a>`}
      ${schedule.isDefault && badge(say('Default'))}
    </div>
    <p class="soft">
      ${
        users.length === 0
          ? say('No event type goes by it.')
          : say('Used by {eventTypes}', { eventTypes: listText(users.map(({ title }) => title)) })
      }
    </p>
    ${isCurrent && actions(schedule, shown)}
  </li>`;
}

function actions(schedule: Schedule, shown: Shown): Html {
  const path = `/organiser/hours/${schedule.id}`;
  return html`<div class="row schedule-actions">
    ${renameForm(schedule, shown)}
    ${actionButton(`${path}/duplicate`, { label: say('Duplicate'), kind: 'quiet' })}
    ${
      !schedule.isDefault && [
        actionButton(`${path}/default`, { label: say('Make it the default'), kind: 'quiet' }),
        deleteForm(schedule, shown),
      ]
    }
  </div>`;
}

function renameForm(schedule: Schedule, { name, faults = [] }: Shown): Html {
  const error = faultOf(faults, 'name');
  return html`<details${attributes({ class: 'ask', open: error !== undefined })}>
    <summary class="button button-quiet">${say('Rename')}</summary>
    <form class="stack" method="post" action="/organiser/hours/${schedule.id}/rename">
      ${textField({
        name: 'name',
        label: say('Name'),
        value: name ?? scheduleName(schedule),
        error,
        extra: { maxlength: 60, autocomplete: 'off' },
      })}
      <div>${button({ label: say('Save the name'), kind: 'plain' })}</div>
    </form>
  </details>`;
}

/** Where event types have chosen it, they need another place first. */
function deleteForm(schedule: Schedule, { schedules, users, faults = [] }: Shown): Html {
  const own = users.filter(({ scheduleId, isChosen }) => scheduleId === schedule.id && isChosen);
  const others = schedules.filter(({ id }) => id !== schedule.id);
  return askOnce({
    label: say('Delete'),
    question:
      own.length === 0
        ? say('Delete this schedule, with its hours and dates?')
        : say('{eventTypes} would need other hours. Delete this schedule all the same?', {
            eventTypes: listText(own.map(({ title }) => title)),
          }),
    action: `/organiser/hours/${schedule.id}/delete`,
    yes: say('Yes, delete it'),
    isOpen: faultOf(faults, 'moveTo') !== undefined,
    fields:
      own.length > 0 &&
      selectField({
        name: 'moveTo',
        label: say('Its event types go to'),
        error: faultOf(faults, 'moveTo'),
        options: others.map((each) => ({
          value: each.isDefault ? 'default' : each.id,
          label: scheduleName(each),
        })),
      }),
  });
}

function addForm({ schedule, newName = '', faults = [] }: Shown): Html {
  const error = faultOf(faults, 'new-name');
  return html`<details${attributes({ class: 'details', open: error !== undefined })}>
    <summary>${say('Add a schedule')}</summary>
    <form class="form" method="post" action="/organiser/hours/schedules">
      <input type="hidden" name="copyOf" value="${schedule.id}" />
      ${textField({
        name: 'new-name',
        label: say('Name of the new schedule'),
        hint: say('Such as “Evenings”. It begins with the hours of “{name}”, to be changed.', {
          name: scheduleName(schedule),
        }),
        value: newName,
        error,
        extra: { maxlength: 60, autocomplete: 'off' },
      })}
      <div>${button({ label: say('Add the schedule'), kind: 'plain' })}</div>
    </form>
  </details>`;
}
