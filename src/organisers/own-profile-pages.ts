// /organiser/profile: name, handle and time zone, as a plain form.
import { Router, type RouterContext } from '@koa/router';
import { readInput } from '../http/input.ts';
import { requireOrganiser } from '../http/session.ts';
import type { Parts } from '../parts.ts';
import { type FieldError, isProblem } from '../problem.ts';
import { html } from '../web/html.ts';
import { changeProfile } from './change-profile.ts';
import { readFields } from './form-fields.ts';
import { goTo, organiserPage, savedWords, show } from './organiser-layout.ts';
import { listFormerHandles } from './organiser-queries.ts';
import { accountFacts, profileForm, type ProfileFields } from './own-profile-view.ts';
import { profileChange } from './profile-input.ts';

const place = '/organiser/profile';
const said = { saved: 'Your profile is saved.' };

export function ownProfilePages(parts: Parts): Router {
  const router = new Router();
  router.get('/profile', (ctx) => showProfile(parts, ctx, requireOrganiser(ctx)));
  router.post('/profile', async (ctx) => {
    const { id } = requireOrganiser(ctx);
    const fields = typedFields(ctx);
    try {
      await changeProfile(parts, id, readInput(profileChange, fields));
      goTo(ctx, place, 'saved');
    } catch (error) {
      if (!isProblem(error, 'invalid_input')) throw error;
      await showProfile(parts, ctx, fields, error.errors);
    }
  });
  return router;
}

/** Links do not tell capitals apart, so nobody has to type them right. */
function typedFields(ctx: RouterContext): ProfileFields {
  const { name = '', handle = '', timeZone = '' } = readFields(ctx);
  return { name, handle: handle.toLowerCase(), timeZone };
}

async function showProfile(
  parts: Parts,
  ctx: RouterContext,
  fields: ProfileFields,
  faults: readonly FieldError[] = [],
): Promise<void> {
  const organiser = requireOrganiser(ctx);
  const { config, database } = parts;
  const former = await listFormerHandles(database, organiser.id);
  const body = html`<h1>Your profile</h1>
    ${profileForm(fields, { faults, publicUrl: config.publicUrl })}
    ${accountFacts(organiser, former)}`;
  const page = { title: 'Your profile', place, body, saved: savedWords(ctx, said) } as const;
  show(ctx, organiserPage(config, ctx, page), faults.length > 0 ? 400 : 200);
}
