// An event type's secret links: those there are, and a form for one more.
import type { EventType } from '../event-types/event-type.ts';
import { secretUrl } from '../event-types/secret-link-presenter.ts';
import { linkStateOf, type LinkState, type SecretLink } from '../event-types/secret-link.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import type { FieldError, Problem } from '../problem.ts';
import { actionButton, badge, button, buttonLink, notice } from '../web/components.ts';
import { dateText } from '../web/dates.ts';
import { textField } from '../web/fields.ts';
import { type Html, html } from '../web/html.ts';
import type { Fields } from './event-type-form.ts';
import { faultSummary } from './form-faults.ts';
import { linkRow } from './link-row.ts';
import type { Organiser } from './organiser.ts';

export type SecretLinks = {
  organiser: Organiser;
  eventType: EventType;
  links: readonly SecretLink[];
  fields: Fields;
  errors: readonly FieldError[];
  problem: Problem | undefined;
};

export function secretLinksView(parts: Parts, view: SecretLinks): Html {
  const { links } = view;
  return html`${openToOthers(view)}
  ${
    links.length > 0 &&
    html`<ul class="secret-links card">
      ${links.toReversed().map((link) => entry(parts, view, link))}
    </ul>`
  }
  ${newLink(view)}`;
}

/** Links to what is not secret are made beforehand, or left from when it was. */
function openToOthers({ eventType }: SecretLinks): Html | false {
  if (eventType.isHidden)
    return notice({
      kind: 'warning',
      body: say('It is hidden now: until it is shown again, these links lead nowhere.'),
    });
  if (eventType.visibility === 'secret') return false;
  const path = `/organiser/event-types/${eventType.slug}`;
  return notice({
    kind: 'warning',
    body: html`<p>${say('It can be booked without a secret link, too: it is not secret yet.')}</p>
      <p>${buttonLink({ label: say('Choose who can book it'), href: `${path}#field-access` })}</p>`,
  });
}

function entry(parts: Parts, { organiser, eventType }: SecretLinks, link: SecretLink): Html {
  const { handle } = organiser;
  const { slug } = eventType;
  const state = linkStateOf(link, parts.clock());
  const label = link.label || say('Without a name');
  const action = `/organiser/event-types/${slug}/links/${link.id}`;
  return html`<li class="secret-link stack">
    <div class="secret-link-head">
      <div>
        <div class="row">
          <h2 class="event-type-title">${label}</h2>
          ${badge(states[state](), state === 'open' ? 'success' : 'plain')}
        </div>
        <p class="soft">${factsOf(link, organiser).join(' · ')}</p>
      </div>
      ${
        state === 'revoked'
          ? actionButton(`${action}/unrevoke`, { label: say('Let it work again'), kind: 'quiet' })
          : actionButton(`${action}/revoke`, { label: say('Revoke'), kind: 'quiet' })
      }
    </div>
    ${state === 'open' && linkRow(say('Its link'), secretUrl(parts, { handle, slug }, link))}
  </li>`;
}

const states: Record<LinkState, () => string> = {
  open: () => say('Open'),
  used_up: () => say('Used up'),
  expired: () => say('Over'),
  revoked: () => say('Revoked'),
};

function factsOf({ uses, mostUses, expiresAt }: SecretLink, { timeZone }: Organiser): string[] {
  const lastMoment = expiresAt && new Date(expiresAt.getTime() - 1);
  const facts = [
    say('{uses, plural, =0 {not used yet} one {used for # booking} other {used for # bookings}}', {
      uses,
    }),
    mostUses !== null &&
      say('{count, plural, one {good for one booking} other {good for # bookings}}', {
        count: mostUses,
      }),
    lastMoment && say('until {date}', { date: dateText(lastMoment, { timeZone }) }),
  ];
  return facts.filter((fact) => typeof fact === 'string');
}

function newLink({ eventType, fields, errors, problem }: SecretLinks): Html {
  const labels = new Map([
    ['label', say('Whom it is for')],
    ['mostUses', say('For how many bookings')],
    ['expiresOn', say('Last day')],
  ]);
  const field = (name: string) => ({
    name,
    label: labels.get(name)!,
    value: fields[name],
    error: errors.find((error) => error.field === name)?.message,
    isOptional: true,
  });
  return html`<form
    class="card form"
    method="post"
    action="/organiser/event-types/${eventType.slug}/links"
    novalidate
  >
    <h2>${say('A new link')}</h2>
    ${faultSummary(errors, labels)}
    ${problem?.code === 'forbidden' && notice({ kind: 'warning', body: problem.message, isUrgent: true })}
    ${textField({
      ...field('label'),
      hint: say('A name for yourself; nobody else sees it.'),
      extra: { maxlength: 100 },
    })}
    <div class="form-pair">
      ${textField({
        ...field('mostUses'),
        hint: say('With 1 it ends once it was used. Left empty: any number.'),
        extra: { inputmode: 'numeric', maxlength: 4, autocomplete: 'off' },
      })}
      ${textField({
        ...field('expiresOn'),
        type: 'date',
        hint: say('Left empty, it does not end by itself.'),
      })}
    </div>
    <div>${button({ label: say('Make the link') })}</div>
  </form>`;
}
