import type {RequestHandler} from 'express';
import type {ResolveResponse} from '../../../src/contract/index.js';
import type {Challenges} from '../domain/admission/challenge.js';
import {askedConsent} from '../domain/widgets/consent.js';
import type {ConversationEngine} from '../domain/calls/conversation.js';
import type {SeenWidgets} from '../domain/widgets/seen-widgets.js';
import type {WidgetStore} from '../domain/widgets/widget-store.js';
import type {PublishedWidget} from '../domain/widgets/widget.js';
import {admit} from './admission.js';
import {answer} from './answer.js';

/** `POST /api/widget/resolve`: what the page needs to show the widget, and a challenge. */
export function resolveHandler({
  widgets,
  challenges,
  engine,
  seen,
}: {
  widgets: WidgetStore;
  challenges: Challenges;
  engine: ConversationEngine;
  seen: SeenWidgets;
}): RequestHandler {
  return async (request, response) => {
    const {widget, origin} = await admit(request, widgets);
    if (widget.previewOrigin === undefined) seen.note(widget.id, origin);
    const body: ResolveResponse = {
      ...publicSettings(widget, engine.voice !== 'off'),
      challenge: challenges.mint(widget.id, origin),
    };
    answer(response, 200, body);
  };
}

/** What of a revision leaves the server: never knowledge, instructions or limits. */
function publicSettings(
  {id, settings}: PublishedWidget,
  hasVoice: boolean,
): Omit<ResolveResponse, 'challenge'> {
  const {name, greeting, avatarUrl, suggestions} = settings.agent;
  return {
    widgetId: id,
    agent: {name, greeting, ...(avatarUrl && {avatarUrl}), ...(suggestions && {suggestions})},
    appearance: settings.appearance,
    locale: settings.locale,
    // Without ears and mouth a voice-only widget is still reachable, by typing.
    modes: {
      voice: settings.modes.voice && hasVoice,
      text: settings.modes.text || !hasVoice,
    },
    ...(settings.conversation && {conversation: settings.conversation}),
    triggers: settings.triggers,
    navigation: settings.navigation,
    identity: settings.identity,
    capture: settings.capture,
    ...(settings.disclosure && {disclosure: settings.disclosure}),
    ...(settings.consent && {consent: askedConsent(settings.consent)}),
  };
}
