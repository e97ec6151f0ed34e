import type {WidgetSettings} from './widget.js';

/** What a widget begins with where its operator has said no more yet. */
export function newSettings({
  domain,
  pageUrl = `https://${domain}/`,
  name = domain,
}: {
  domain: string;
  pageUrl?: string | undefined;
  name?: string | undefined;
}): WidgetSettings {
  return {
    ...{name, domain, pageUrl},
    agent: {name: 'Ava', greeting: 'Hi, I am Ava. How can I help you?'},
    knowledge: '',
    appearance: {},
    locale: 'en',
    modes: {voice: true, text: true},
    conversation: {},
    triggers: [],
    navigation: {enabled: false, targets: []},
    identity: {enabled: false},
    capture: {kinds: ['email', 'phone', 'name']},
    limits: {maxCallSeconds: 1800, idleSeconds: 120},
  };
}
