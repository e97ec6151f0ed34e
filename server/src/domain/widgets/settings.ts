import {randomUUID} from 'node:crypto';
import {isIP} from 'node:net';
import {z} from 'zod';
import type {Appearance, Navigation, Trigger} from '../../../../src/contract/index.js';
import {isTargetUrl} from '../../../../src/navigation/destination.js';
import {validateTriggers} from '../../../../src/triggers/validate.js';
import {isLocalHost, registrableDomain} from '../admission/origin.js';
import type {Retention} from '../records/retention.js';
import type {WidgetSettings} from './widget.js';

const text = (max: number) => z.string().trim().min(1).max(max);

/** A widget's rules (§4); one without an id is given one. */
export const triggersSchema = z.unknown().transform((value, context): Trigger[] => {
  const checked = validateTriggers(value, () => randomUUID());
  if ('triggers' in checked) return checked.triggers;
  for (const fault of checked.faults) context.addIssue(fault);
  return z.NEVER;
});

const navUrl = text(2000).refine(isTargetUrl, {
  message: 'must be a path on the site itself that begins with one slash, such as /pricing',
});

/** A widget's guided navigation (§7.3). */
export const navigationSchema = z.object({
  enabled: z.boolean(),
  targets: z
    .array(
      z.object({
        label: text(200),
        url: navUrl,
        sectionSelector: text(500).optional(),
        aliases: z.array(text(200)).max(50).optional(),
      }),
    )
    .max(500),
  site: z.enum(['app', 'documents']).optional(),
}) satisfies z.ZodType<Navigation>;

const httpUrl = z.url({protocol: /^https?$/}).max(2000);

/** Where an operator's own system is told of what happens. */
export const webhookUrlSchema = httpUrl
  .refine(url => !URL.canParse(url) || !new URL(url).username, {
    message: 'must be an address without a user name; every message is signed instead',
  })
  .refine(url => !URL.canParse(url) || isConfidential(new URL(url)), {
    message: 'must be https, as contact details are sent there; http is for your own network only',
  });

/** A page of a widget's own domain. */
export const pageUrlSchema = (domain: string) =>
  httpUrl.refine(url => !URL.canParse(url) || isOnDomain(url, domain), {
    message: `must be a page on ${domain}`,
  });

const days = z.number().int().min(1).max(36_500).nullable();

/** How long a widget's words and contact details are kept. */
export const retentionSchema = z.object({
  transcriptDays: days,
  captureDays: days,
}) satisfies z.ZodType<Retention>;

const agentSchema = z.object({
  name: text(100),
  greeting: text(1000),
  avatarUrl: httpUrl.optional(),
  suggestions: z.array(text(80)).max(4).optional(),
  instructions: z.string().max(20_000).optional(),
  voice: text(100).optional(),
});

const PLACEMENTS = ['bottom-right', 'bottom-left', 'top-right', 'top-left', 'inline'] as const;

/** How a widget looks. What stands in the page's flow is said by `variant` too: it is what a page looks for. */
export const appearanceSchema = z
  .strictObject({
    accent: text(100).optional(),
    colorScheme: z.enum(['auto', 'light', 'dark']).optional(),
    placement: z.enum(PLACEMENTS).optional(),
    variant: z.enum(['orb', 'pill', 'panel']).optional(),
    launcherLabel: text(100).optional(),
  })
  .superRefine(({placement = 'inline', variant}, context) => {
    if (variant !== 'panel' || placement === 'inline') return;
    const message = 'must be inline, or left out, with the variant panel: it stands in the page';
    context.addIssue({code: 'custom', path: ['placement'], message});
  })
  .transform(({placement, variant, ...look}): Appearance => {
    const isInline = placement === 'inline' || variant === 'panel';
    if (isInline) return {...look, placement: 'inline', variant: variant ?? 'orb'};
    // An orb in a corner is what there is where nothing is said.
    const said = variant === 'orb' ? undefined : variant;
    return {...look, ...(placement && {placement}), ...(said && {variant: said})};
  });

const domainSchema = z.string().transform((domain, context) => {
  const own = normalizeDomain(domain);
  if (own !== null) return own;
  context.addIssue('must be a domain that somebody can register, such as acme.com');
  return z.NEVER;
});

/** Everything an operator decides about a widget. The domain comes out in its registrable form. */
export const settingsSchema = z
  .object({
    name: text(200),
    domain: domainSchema,
    pageUrl: httpUrl,
    agent: agentSchema,
    knowledge: z.string().max(2_000_000),
    appearance: appearanceSchema,
    locale: text(35),
    modes: z
      .object({voice: z.boolean(), text: z.boolean()})
      .refine(({voice, text: typed}) => voice || typed, {
        message: 'must allow voice, text or both',
      }),
    conversation: z
      .object({pushToTalk: z.boolean().optional(), startMuted: z.boolean().optional()})
      .optional(),
    triggers: triggersSchema,
    navigation: navigationSchema,
    identity: z.object({enabled: z.boolean()}),
    capture: z.object({kinds: z.array(z.enum(['email', 'phone', 'name'])).max(3)}),
    // Visitors are told in any case: without words of the operator's the widget has its own.
    disclosure: z.string().trim().max(300).optional(),
    consent: z.object({text: text(5000), policyUrl: httpUrl.optional()}).optional(),
    limits: z.object({
      maxCallSeconds: z.number().int().min(10).max(86_400),
      idleSeconds: z.number().int().min(5).max(86_400),
      callsAtOnce: z.number().int().min(1).max(100_000).optional(),
      callsPerAddress: z.number().int().min(1).max(100_000).optional(),
      minutesPerDay: z.number().int().min(1).max(1_000_000).optional(),
      allowLocalhost: z.boolean().optional(),
    }),
  })
  .superRefine(({domain, pageUrl}, context) => {
    if (isOnDomain(pageUrl, domain)) return;
    const message = `must be a page on ${domain}, where the widget will stand`;
    context.addIssue({code: 'custom', path: ['pageUrl'], message});
  }) satisfies z.ZodType<WidgetSettings>;

/** Settings that cannot be saved. One sentence a fault. */
export class SettingsError extends Error {
  override name = 'SettingsError';
  readonly faults: readonly Fault[];

  constructor(message: string, faults: readonly Fault[] = []) {
    super(message);
    this.faults = faults;
  }
}

/** A field that cannot be saved, and what it must be. */
export interface Fault {
  /** Such as `agent.name`. */
  path: string;
  message: string;
}

/** @throws {SettingsError} That names every field at fault and what it must be. */
export function parseSettings<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({path, message}) => ({
    path: path.join('.') || what,
    message,
  }));
  const lines = faults.map(({path, message}) => `${path}: ${message}`);
  throw new SettingsError([`The ${what} cannot be saved:`, ...lines].join('\n  - '), faults);
}

/** Encrypted on its way, or on a network of the operator's own. */
function isConfidential({protocol, hostname}: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const isOwn = isLocalHost(host) || isIP(host) !== 0 || !host.includes('.');
  return protocol === 'https:' || isOwn || /\.(?:internal|local|lan)$/.test(host);
}

/** `https://www.Acme.com/`, `www.acme.com` and `acme.com` are `acme.com`; null: nobody owns it. */
export function normalizeDomain(domain: string): string | null {
  const host = URL.canParse(domain) ? new URL(domain).hostname : domain.trim().toLowerCase();
  return isLocalHost(host) ? host : registrableDomain(host);
}

function isOnDomain(pageUrl: string, domain: string): boolean {
  const host = new URL(pageUrl).hostname;
  return isLocalHost(host) || registrableDomain(host) === domain;
}
