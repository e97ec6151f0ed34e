/** Settings as a person calls them, by the first part of their path. */
const NAMES: Readonly<Record<string, string>> = {
  name: 'Name of the widget',
  domain: 'Domain',
  pageUrl: 'Page',
  agent: 'Agent',
  knowledge: 'Knowledge',
  appearance: 'Appearance',
  locale: 'Language',
  modes: 'Modes',
  conversation: 'Conversation',
  triggers: 'Triggers',
  navigation: 'Guided navigation',
  identity: 'Visitor identity',
  capture: 'Contact details',
  disclosure: 'AI disclosure',
  consent: 'Consent',
  limits: 'Limits',
};

/** `Agent › greeting` of `agent.greeting`; places in lists count from 1. */
export function settingName(path: string): string {
  const [first = '', ...rest] = path.split('.');
  const parts = rest
    .filter(part => part !== 'targets' && part !== 'kinds')
    .map(part => (/^\d+$/.test(part) ? String(Number(part) + 1) : words(part)));
  return [NAMES[first] ?? words(first), ...parts].join(' › ');
}

/** `max call seconds` of `maxCallSeconds`. */
function words(name: string): string {
  return name.replace(/([A-Z])/g, ' $1').toLowerCase();
}

/** A setting's value without the signs of JSON. */
export function readable(json: string): string {
  const value: unknown = JSON.parse(json);
  if (value === true) return 'on';
  if (value === false) return 'off';
  return String(value);
}
