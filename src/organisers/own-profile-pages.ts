// /organiser/profile: name, handle, time zone and language, as a plain form.
import { Router, type RouterContext } from '@koa/router';
import { readInput } from '../http/input.ts';
import { forgetLanguage } from '../http/language.ts';
import { requireOrganiser } from '../http/session.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { type FieldError, isProblem } from '../problem.ts';
import { orAsk } from '../schedules/ask-page.ts';
import { html } from '../web/html.ts';
import { changeProfile } from './change-profile.ts';
import { readFields } from './form-fields.ts';
import { goTo, organiserPage, savedWords, show } from './organiser-layout.ts';
import { listFormerHandles } from './organiser-queries.ts';
import type { Organiser } from './organiser.ts';
import { accountFacts, profileForm, type ProfileFields } from './own-profile-view.ts';
import { profileChange } from './profile-input.ts';

const place = '/organiser/profile';

export function ownProfilePages(parts: Parts): Router {
  const router = new Router();
  router.get('/profile', (ctx) => showProfile(parts, ctx, fieldsOf(requireOrganiser(ctx))));
  router.post('/profile', async (ctx) => {
    const organiser = requireOrganiser(ctx);
    const fields = typedFields(ctx, organiser);
    const language = fields.language === 'browser' ? null : fields.language;
    try {
      const change = readInput(profileChange, { ...fields, language });
      const question = { place, title: say('Your profile'), back: place } as const;
      await orAsk(parts, ctx, question, async (accepted) => {
        await changeProfile(parts, organiser.id, change, accepted);
        if (language !== organiser.language) forgetLanguage(ctx, parts.config.publicUrl);
        goTo(ctx, place, 'saved');
      });
    } catch (error) {
      if (!isProblem(error, 'invalid_input')) throw error;
      await showProfile(parts, ctx, fields, error.errors);
    }
  });
  return router;
}

function fieldsOf({ name, handle, timeZone, language }: Organiser): ProfileFields {
  return { name, handle, timeZone, language: language ?? 'browser' };
}

/** Links do not tell capitals apart, so nobody has to type them right. What a form does not ask stays. */
function typedFields(ctx: RouterContext, organiser: Organiser): ProfileFields {
  const { name, handle, timeZone, language } = { ...fieldsOf(organiser), ...readFields(ctx) };
  return { name, handle: handle.toLowerCase(), timeZone, language };
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
  const title = say('Your profile');
  const body = html`<h1>${title}</h1>
    ${profileForm(fields, { faults, publicUrl: config.publicUrl })}
    ${accountFacts(organiser, former)}`;
  const saved = savedWords(ctx, { saved: say('Your profile is saved.') });
  const page = { title, place, body, saved } as const;
  show(ctx, organiserPage(config, ctx, page), faults.length > 0 ? 400 : 200);
}
