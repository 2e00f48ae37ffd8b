// Organisers and invitations in the administrators' API. Never a booking, a calendar's name or a token.
import type { Config } from '../config.ts';
import { stopsOffers } from '../organisers/connections/health.ts';
import { isAdministrator } from './administrator.ts';
import { type Invitation, mailStateOf } from './invitation.ts';
import type { Listed, OrganisersPage } from './list-organisers.ts';

export function presentOrganisers(
  { organisers, page, pages, count }: OrganisersPage,
  config: Config,
) {
  return {
    organisers: organisers.map((organiser) => presentListed(organiser, config)),
    page,
    pages,
    count,
  };
}

function presentListed(organiser: Listed, config: Config) {
  const { troubles, disabledAt, lastSignInAt } = organiser;
  return {
    id: organiser.id,
    name: organiser.name,
    email: organiser.email,
    handle: organiser.handle,
    bookingUrl: `${config.publicUrl}/${organiser.handle}`,
    isAdministrator: isAdministrator(config, organiser),
    disabledAt: disabledAt?.toISOString() ?? null,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    upcomingBookings: organiser.upcomingBookings,
    connection: {
      offersTimes: !troubles.some(stopsOffers),
      troubles: troubles.map((trouble) => trouble.is),
    },
  };
}

export function presentInvitation(invitation: Invitation) {
  return {
    id: invitation.id,
    entry: invitation.entry,
    invitedAt: invitation.invitedAt.toISOString(),
    invitedBy: invitation.invitedBy,
    mail: mailStateOf(invitation),
    mailedAt: invitation.mailedAt?.toISOString() ?? null,
    mailRefusal: invitation.mailRefusal,
  };
}
