import type {ApiKey, AuditEntry, Person, WidgetSummary} from '../../api/types.js';
import {ROLE_WORDS} from '../../ui/roles.js';

/** What an entry's ids stand for. */
export interface AuditNames {
  people: ReadonlyMap<string, string>;
  keys: ReadonlyMap<string, string>;
  widgets: ReadonlyMap<string, string>;
}

/** Names by ids, of what the account has now. */
export function auditNames(
  people: readonly Person[],
  keys: readonly ApiKey[],
  widgets: readonly WidgetSummary[],
): AuditNames {
  const named = (all: readonly {id: string; name: string}[]) =>
    new Map(all.map(({id, name}) => [id, name]));
  return {people: named(people), keys: named(keys), widgets: named(widgets)};
}

/** What was done, around the widget that it was done to: “published” Acme. */
interface Deed {
  before: string;
  after?: string;
}

type Details = AuditEntry['details'];

const DEEDS: Readonly<Record<string, (details: Details, names: AuditNames) => Deed>> = {
  'widget.create': () => ({before: 'made'}),
  'widget.publish': () => ({before: 'published'}),
  'widget.pause': () => ({before: 'paused'}),
  'widget.resume': () => ({before: 'put', after: 'on the air again'}),
  'widget.limits': () => ({before: 'changed the limits of'}),
  'widget.reveal-secret': () => ({before: 'looked at the secret of'}),
  'widget.rotate-secret': () => ({before: 'gave', after: 'a new secret'}),
  'widget.rotate-token': () => ({before: 'gave', after: 'a new public token'}),
  'widget.webhook': ({isOn, host}) =>
    isOn === true
      ? {before: 'had', after: `tell ${textOf(host)} of its calls`}
      : {before: 'switched the webhook off of'},
  'widget.retention': ({transcriptDays, captureDays}) => ({
    before: 'has',
    after: `keep words ${daysOf(transcriptDays)} and contact details ${daysOf(captureDays)}`,
  }),
  'widget.edit': ({changed, isDiscarded}) =>
    isDiscarded === true
      ? {before: 'discarded the changes of'}
      : {before: `changed ${listOf(changed)} of`},
  'widget.rollback': () => ({before: 'went back to an earlier', after: ''}),
  'widget.import': () => ({before: 'imported the knowledge of'}),
  'webhook.resend': () => ({before: 'sent a webhook message again'}),
  'visitor.erase': () => ({before: 'erased a visitor'}),
  'conversation.delete': () => ({before: 'deleted a conversation'}),
  'conversation.take-over': () => ({before: 'took over a conversation'}),
  'leads.export': ({leads}) => ({before: `exported ${textOf(leads)} leads`}),
  'account.rename': () => ({before: 'renamed the account'}),
  'operator.invite': ({role}) => ({before: `invited somebody as ${roleOf(role)}`}),
  'operator.join': () => ({before: 'joined'}),
  'operator.sign-in': () => ({before: 'signed in'}),
  'operator.password': () => ({before: 'changed their password'}),
  'operator.second-factor': ({isOn}) => ({
    before: `switched their second factor ${isOn === true ? 'on' : 'off'}`,
  }),
  'operator.role': ({operator, role}, names) => ({
    before: `made ${personOf(operator, names)} ${roleOf(role)}`,
  }),
  'operator.remove': ({operator}, names) => ({before: `removed ${personOf(operator, names)}`}),
  'api-key.create': ({name}) => ({before: `made the API key “${textOf(name)}”`}),
  'api-key.revoke': () => ({before: 'revoked an API key'}),
};

/** Who did something: a person, a program, somebody at the server's terminal, or the server. */
export function actorOf(actor: string, names: AuditNames): string {
  const [kind = '', ...rest] = actor.split(':');
  const id = rest.join(':');
  switch (kind) {
    case 'operator':
      return personOf(id, names);
    case 'key':
      return `The key “${names.keys.get(id) ?? 'revoked since'}”`;
    case 'cli':
      return `${id} (at the terminal)`;
    default:
      return 'The server';
  }
}

/** What was done, in words before and after the widget's name. */
export function deedOf({action, details}: AuditEntry, names: AuditNames): Deed {
  return DEEDS[action]?.(details, names) ?? {before: action};
}

function personOf(id: unknown, {people}: AuditNames): string {
  return people.get(textOf(id)) ?? 'Somebody who has left';
}

function roleOf(role: unknown): string {
  const name = Object.entries(ROLE_WORDS).find(([key]) => key === role)?.[1].name ?? textOf(role);
  return name.toLowerCase();
}

function daysOf(days: unknown): string {
  return typeof days === 'number' ? `for ${days} ${days === 1 ? 'day' : 'days'}` : 'without an end';
}

function listOf(names: unknown): string {
  if (!Array.isArray(names) || names.length === 0) return 'the settings';
  return new Intl.ListFormat('en').format(names.map(textOf));
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
